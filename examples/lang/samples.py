"""Programs in the small language."""

PROGRAMS = {
    "fibonacci": """
        func fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) }
        print fib(size + 6)
    """,
    "sieve": """
        let n = size * 200
        let flags = []
        let i = 0
        while i <= n { push(flags, true) i = i + 1 }
        let count = 0
        i = 2
        while i <= n {
            if flags[i] {
                count = count + 1
                let j = i * i
                while j <= n { flags[j] = false j = j + i }
            }
            i = i + 1
        }
        print "primes up to " + text(n) + ": " + text(count)
    """,
    "closures": """
        func counter(start) {
            let n = start
            return func(step) { n = n + step return n }
        }
        let a = counter(0)
        let b = counter(100)
        a(1) a(2)
        print [a(3), b(1), b(10)]
        func compose(f, g) { return func(x) { return f(g(x)) } }
        let twice = func(x) { return x * 2 }
        let inc = func(x) { return x + 1 }
        print compose(twice, inc)(5), compose(inc, twice)(5)
    """,
    "records and sorting": """
        func make(name, age) { return {name: name, age: age} }
        let people = [make("Ada", 36), make("Bob", 25), make("Cyd", 41), make("Dan", 25)]
        func sort(list, less) {
            let i = 1
            while i < len(list) {
                let x = list[i]
                let j = i - 1
                while j >= 0 and less(x, list[j]) { list[j + 1] = list[j] j = j - 1 }
                list[j + 1] = x
                i = i + 1
            }
            return list
        }
        sort(people, func(a, b) { return a.age < b.age })
        for p in people { print p.name + " " + text(p.age) }
        people[0].age = 99
        print people[0]
    """,
    "numbers": """
        print 1 / 4, 7 % 3, 2 * 3.5, -4 + 1, 10 - 2 - 3, not (1 == 2) and 3 >= 3
        let big = 1
        for i in range(30) { big = big * 7 }
        print big
        let sum = 0
        for i in range(size * 500) { if i % 3 == 0 or i % 5 == 0 { sum = sum + i } }
        print sum
        func collatz(n) { let steps = 0 while n != 1 { if n % 2 == 0 { n = n / 2 } else { n = 3 * n + 1 } steps = steps + 1 } return steps }
        let best = 0
        let where = 0
        for n in range(1, size * 20) { let c = collatz(n) if c > best { best = c where = n } }
        print where, best
    """,
    "queens": """
        func safe(placed, column) {
            let row = len(placed)
            let i = 0
            while i < row {
                let other = placed[i]
                if other == column or other - column == row - i or column - other == row - i { return false }
                i = i + 1
            }
            return true
        }
        func solve(n, placed) {
            if len(placed) == n { return 1 }
            let found = 0
            for column in range(n) {
                if safe(placed, column) {
                    push(placed, column)
                    found = found + solve(n, placed)
                    pop(placed)
                }
            }
            return found
        }
        print solve(5, []), solve(6, [])
    """,
}

FAILING = [
    "print x",
    "let a = 1 let b = a +",
    "print 1 / 0",
    'print 1 + "a"',
    "func f(a) { return a } f(1, 2)",
    "let s = \"not closed",
    "print [1, 2][5]",
    "let 5 = 3",
    "while true { break } return 1",
    "print {a: 1}.b",
    "f(1",
    "print 3 $ 4",
    "func r(n) { return r(n + 1) } r(0)",
    "5(1)",
]
