# Functions in which very many values are alive at once: variables, arguments, temporaries; numbers that stop being small.
# wasm: yes


class Item:
    alive = 0

    def __init__(self, number):
        self.number = number
        Item.alive += 1

    def __del__(self):
        Item.alive -= 1


def step(number, failing):
    if number == failing:
        raise ValueError(number)
    return Item(number)


def total(*items, **named):
    return sum(item.number for item in items) + sum(item.number for item in named.values())


def variables(failing):
    v0 = step(0, failing)
    v1 = step(1, failing)
    v2 = step(2, failing)
    v3 = step(3, failing)
    v4 = step(4, failing)
    v5 = step(5, failing)
    v6 = step(6, failing)
    v7 = step(7, failing)
    v8 = step(8, failing)
    v9 = step(9, failing)
    v10 = step(10, failing)
    v11 = step(11, failing)
    v12 = step(12, failing)
    v13 = step(13, failing)
    v14 = step(14, failing)
    v15 = step(15, failing)
    v16 = step(16, failing)
    v17 = step(17, failing)
    v18 = step(18, failing)
    v19 = step(19, failing)
    v20 = step(20, failing)
    v21 = step(21, failing)
    v22 = step(22, failing)
    v23 = step(23, failing)
    v24 = step(24, failing)
    v25 = step(25, failing)
    v26 = step(26, failing)
    v27 = step(27, failing)
    v28 = step(28, failing)
    v29 = step(29, failing)
    v30 = step(30, failing)
    v31 = step(31, failing)
    v32 = step(32, failing)
    v33 = step(33, failing)
    v34 = step(34, failing)
    v35 = step(35, failing)
    v36 = step(36, failing)
    v37 = step(37, failing)
    v38 = step(38, failing)
    v39 = step(39, failing)
    v40 = step(40, failing)
    v41 = step(41, failing)
    v42 = step(42, failing)
    v43 = step(43, failing)
    v44 = step(44, failing)
    v45 = step(45, failing)
    v46 = step(46, failing)
    v47 = step(47, failing)
    v48 = step(48, failing)
    v49 = step(49, failing)
    v50 = step(50, failing)
    v51 = step(51, failing)
    v52 = step(52, failing)
    v53 = step(53, failing)
    v54 = step(54, failing)
    v55 = step(55, failing)
    v56 = step(56, failing)
    v57 = step(57, failing)
    v58 = step(58, failing)
    v59 = step(59, failing)
    v60 = step(60, failing)
    v61 = step(61, failing)
    v62 = step(62, failing)
    v63 = step(63, failing)
    v64 = step(64, failing)
    v65 = step(65, failing)
    v66 = step(66, failing)
    v67 = step(67, failing)
    v68 = step(68, failing)
    v69 = step(69, failing)
    v70 = step(70, failing)
    v71 = step(71, failing)
    v72 = step(72, failing)
    v73 = step(73, failing)
    v74 = step(74, failing)
    v75 = step(75, failing)
    v76 = step(76, failing)
    v77 = step(77, failing)
    v78 = step(78, failing)
    v79 = step(79, failing)
    return total(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79)


def arguments(failing):
    return total(
        step(0, failing),
        step(1, failing),
        step(2, failing),
        step(3, failing),
        step(4, failing),
        step(5, failing),
        step(6, failing),
        step(7, failing),
        step(8, failing),
        step(9, failing),
        step(10, failing),
        step(11, failing),
        step(12, failing),
        step(13, failing),
        step(14, failing),
        step(15, failing),
        step(16, failing),
        step(17, failing),
        step(18, failing),
        step(19, failing),
        step(20, failing),
        step(21, failing),
        step(22, failing),
        step(23, failing),
        step(24, failing),
        step(25, failing),
        step(26, failing),
        step(27, failing),
        step(28, failing),
        step(29, failing),
        step(30, failing),
        step(31, failing),
        step(32, failing),
        step(33, failing),
        step(34, failing),
        step(35, failing),
        step(36, failing),
        step(37, failing),
        step(38, failing),
        step(39, failing),
        step(40, failing),
        step(41, failing),
        step(42, failing),
        step(43, failing),
        step(44, failing),
        step(45, failing),
        step(46, failing),
        step(47, failing),
        step(48, failing),
        step(49, failing),
        step(50, failing),
        step(51, failing),
        step(52, failing),
        step(53, failing),
        step(54, failing),
        step(55, failing),
        step(56, failing),
        step(57, failing),
        step(58, failing),
        step(59, failing),
        step(60, failing),
        step(61, failing),
        step(62, failing),
        step(63, failing),
        step(64, failing),
        step(65, failing),
        step(66, failing),
        step(67, failing),
        step(68, failing),
        step(69, failing),
        step(70, failing),
        step(71, failing),
        step(72, failing),
        step(73, failing),
        step(74, failing),
        step(75, failing),
        step(76, failing),
        step(77, failing),
        step(78, failing),
        step(79, failing),
    )


def keywords(failing):
    return total(
        k0=step(0, failing),
        k1=step(1, failing),
        k2=step(2, failing),
        k3=step(3, failing),
        k4=step(4, failing),
        k5=step(5, failing),
        k6=step(6, failing),
        k7=step(7, failing),
        k8=step(8, failing),
        k9=step(9, failing),
        k10=step(10, failing),
        k11=step(11, failing),
        k12=step(12, failing),
        k13=step(13, failing),
        k14=step(14, failing),
        k15=step(15, failing),
        k16=step(16, failing),
        k17=step(17, failing),
        k18=step(18, failing),
        k19=step(19, failing),
        k20=step(20, failing),
        k21=step(21, failing),
        k22=step(22, failing),
        k23=step(23, failing),
        k24=step(24, failing),
        k25=step(25, failing),
        k26=step(26, failing),
        k27=step(27, failing),
        k28=step(28, failing),
        k29=step(29, failing),
        k30=step(30, failing),
        k31=step(31, failing),
        k32=step(32, failing),
        k33=step(33, failing),
        k34=step(34, failing),
        k35=step(35, failing),
        k36=step(36, failing),
        k37=step(37, failing),
        k38=step(38, failing),
        k39=step(39, failing),
        k40=step(40, failing),
        k41=step(41, failing),
        k42=step(42, failing),
        k43=step(43, failing),
        k44=step(44, failing),
        k45=step(45, failing),
        k46=step(46, failing),
        k47=step(47, failing),
        k48=step(48, failing),
        k49=step(49, failing),
        k50=step(50, failing),
        k51=step(51, failing),
        k52=step(52, failing),
        k53=step(53, failing),
        k54=step(54, failing),
        k55=step(55, failing),
        k56=step(56, failing),
        k57=step(57, failing),
        k58=step(58, failing),
        k59=step(59, failing),
        k60=step(60, failing),
        k61=step(61, failing),
        k62=step(62, failing),
        k63=step(63, failing),
        k64=step(64, failing),
        k65=step(65, failing),
        k66=step(66, failing),
        k67=step(67, failing),
        k68=step(68, failing),
        k69=step(69, failing),
        k70=step(70, failing),
        k71=step(71, failing),
        k72=step(72, failing),
        k73=step(73, failing),
        k74=step(74, failing),
        k75=step(75, failing),
        k76=step(76, failing),
        k77=step(77, failing),
        k78=step(78, failing),
        k79=step(79, failing),
    )


def handled(failing):
    try:
        v0 = step(0, failing)
        v1 = step(1, failing)
        v2 = step(2, failing)
        v3 = step(3, failing)
        v4 = step(4, failing)
        v5 = step(5, failing)
        v6 = step(6, failing)
        v7 = step(7, failing)
        v8 = step(8, failing)
        v9 = step(9, failing)
        v10 = step(10, failing)
        v11 = step(11, failing)
        v12 = step(12, failing)
        v13 = step(13, failing)
        v14 = step(14, failing)
        v15 = step(15, failing)
        v16 = step(16, failing)
        v17 = step(17, failing)
        v18 = step(18, failing)
        v19 = step(19, failing)
        v20 = step(20, failing)
        v21 = step(21, failing)
        v22 = step(22, failing)
        v23 = step(23, failing)
        v24 = step(24, failing)
        v25 = step(25, failing)
        v26 = step(26, failing)
        v27 = step(27, failing)
        v28 = step(28, failing)
        v29 = step(29, failing)
        v30 = step(30, failing)
        v31 = step(31, failing)
        v32 = step(32, failing)
        v33 = step(33, failing)
        v34 = step(34, failing)
        v35 = step(35, failing)
        v36 = step(36, failing)
        v37 = step(37, failing)
        v38 = step(38, failing)
        v39 = step(39, failing)
        v40 = step(40, failing)
        v41 = step(41, failing)
        v42 = step(42, failing)
        v43 = step(43, failing)
        v44 = step(44, failing)
        v45 = step(45, failing)
        v46 = step(46, failing)
        v47 = step(47, failing)
        v48 = step(48, failing)
        v49 = step(49, failing)
        v50 = step(50, failing)
        v51 = step(51, failing)
        v52 = step(52, failing)
        v53 = step(53, failing)
        v54 = step(54, failing)
        v55 = step(55, failing)
        v56 = step(56, failing)
        v57 = step(57, failing)
        v58 = step(58, failing)
        v59 = step(59, failing)
        v60 = step(60, failing)
        v61 = step(61, failing)
        v62 = step(62, failing)
        v63 = step(63, failing)
        v64 = step(64, failing)
        v65 = step(65, failing)
        v66 = step(66, failing)
        v67 = step(67, failing)
        v68 = step(68, failing)
        v69 = step(69, failing)
        v70 = step(70, failing)
        v71 = step(71, failing)
        v72 = step(72, failing)
        v73 = step(73, failing)
        v74 = step(74, failing)
        v75 = step(75, failing)
        v76 = step(76, failing)
        v77 = step(77, failing)
        v78 = step(78, failing)
        v79 = step(79, failing)
    except ValueError as error:
        return "handled", error.args
    return Item.alive


def numbers(a, b):
    v0 = a + 0
    v1 = v0 * b
    v2 = a + 2
    v3 = v2 * b
    v4 = a + 4
    v5 = v4 * b
    v6 = a + 6
    v7 = v6 * b
    v8 = a + 8
    v9 = v8 * b
    v10 = a + 10
    v11 = v10 * b
    v12 = a + 12
    v13 = v12 * b
    v14 = a + 14
    v15 = v14 * b
    v16 = a + 16
    v17 = v16 * b
    v18 = a + 18
    v19 = v18 * b
    v20 = a + 20
    v21 = v20 * b
    v22 = a + 22
    v23 = v22 * b
    v24 = a + 24
    v25 = v24 * b
    v26 = a + 26
    v27 = v26 * b
    v28 = a + 28
    v29 = v28 * b
    v30 = a + 30
    v31 = v30 * b
    v32 = a + 32
    v33 = v32 * b
    v34 = a + 34
    v35 = v34 * b
    v36 = a + 36
    v37 = v36 * b
    v38 = a + 38
    v39 = v38 * b
    v40 = a + 40
    v41 = v40 * b
    v42 = a + 42
    v43 = v42 * b
    v44 = a + 44
    v45 = v44 * b
    v46 = a + 46
    v47 = v46 * b
    v48 = a + 48
    v49 = v48 * b
    v50 = a + 50
    v51 = v50 * b
    v52 = a + 52
    v53 = v52 * b
    v54 = a + 54
    v55 = v54 * b
    v56 = a + 56
    v57 = v56 * b
    v58 = a + 58
    v59 = v58 * b
    v60 = a + 60
    v61 = v60 * b
    v62 = a + 62
    v63 = v62 * b
    v64 = a + 64
    v65 = v64 * b
    v66 = a + 66
    v67 = v66 * b
    v68 = a + 68
    v69 = v68 * b
    v70 = a + 70
    v71 = v70 * b
    v72 = a + 72
    v73 = v72 * b
    v74 = a + 74
    v75 = v74 * b
    v76 = a + 76
    v77 = v76 * b
    v78 = a + 78
    v79 = v78 * b
    return v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44 + v45 + v46 + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58 + v59 + v60 + v61 + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72 + v73 + v74 + v75 + v76 + v77 + v78 + v79


def looping(a, b):
    total = 0
    for i in range(3):
        v0 = a + 0 + i
        v1 = a + 1 + i
        v2 = a + 2 + i
        v3 = a + 3 + i
        v4 = a + 4 + i
        v5 = a + 5 + i
        v6 = a + 6 + i
        v7 = a + 7 + i
        v8 = a + 8 + i
        v9 = a + 9 + i
        v10 = a + 10 + i
        v11 = a + 11 + i
        v12 = a + 12 + i
        v13 = a + 13 + i
        v14 = a + 14 + i
        v15 = a + 15 + i
        v16 = a + 16 + i
        v17 = a + 17 + i
        v18 = a + 18 + i
        v19 = a + 19 + i
        v20 = a + 20 + i
        v21 = a + 21 + i
        v22 = a + 22 + i
        v23 = a + 23 + i
        v24 = a + 24 + i
        v25 = a + 25 + i
        v26 = a + 26 + i
        v27 = a + 27 + i
        v28 = a + 28 + i
        v29 = a + 29 + i
        v30 = a + 30 + i
        v31 = a + 31 + i
        v32 = a + 32 + i
        v33 = a + 33 + i
        v34 = a + 34 + i
        v35 = a + 35 + i
        v36 = a + 36 + i
        v37 = a + 37 + i
        v38 = a + 38 + i
        v39 = a + 39 + i
        v40 = a + 40 + i
        v41 = a + 41 + i
        v42 = a + 42 + i
        v43 = a + 43 + i
        v44 = a + 44 + i
        v45 = a + 45 + i
        v46 = a + 46 + i
        v47 = a + 47 + i
        v48 = a + 48 + i
        v49 = a + 49 + i
        v50 = a + 50 + i
        v51 = a + 51 + i
        v52 = a + 52 + i
        v53 = a + 53 + i
        v54 = a + 54 + i
        v55 = a + 55 + i
        v56 = a + 56 + i
        v57 = a + 57 + i
        v58 = a + 58 + i
        v59 = a + 59 + i
        v60 = a + 60 + i
        v61 = a + 61 + i
        v62 = a + 62 + i
        v63 = a + 63 + i
        v64 = a + 64 + i
        v65 = a + 65 + i
        v66 = a + 66 + i
        v67 = a + 67 + i
        v68 = a + 68 + i
        v69 = a + 69 + i
        v70 = a + 70 + i
        v71 = a + 71 + i
        v72 = a + 72 + i
        v73 = a + 73 + i
        v74 = a + 74 + i
        v75 = a + 75 + i
        v76 = a + 76 + i
        v77 = a + 77 + i
        v78 = a + 78 + i
        v79 = a + 79 + i
        total += v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44 + v45 + v46 + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58 + v59 + v60 + v61 + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72 + v73 + v74 + v75 + v76 + v77 + v78 + v79
    return total * b


for function in variables, arguments, keywords, handled:
    for failing in 0, 3, 5, 40, 64, 79, 100:
        try:
            print(function.__name__, failing, function(failing))
        except ValueError as error:
            print(function.__name__, failing, repr(error))
            del error
        print(Item.alive)
for function in numbers, looping:
    for a, b in (1, 2), (2**62, 3), (1.5, 2), (1, 2.5), (True, False), (2**100, 2), (1j, 1), ("x", 1), (1, "x"), (1, None):
        try:
            print(function.__name__, function(a, b))
        except TypeError as error:
            print(function.__name__, error)
