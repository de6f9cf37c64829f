# wasm: yes
# Tabs and form feeds in front of a line go; inside of it they count as one column.
def first():
	x = 1
	if x:
		return x	+	"y"


def second():
	try:
		first()
	except TypeError as error:
		raise	ValueError("with	tab")	from	error


def third():
	for	item	in	[1,	2,	0]:
		print(1	/	item)


try:
	second()
except ValueError:
	third()
