# Errors of text that is compiled at run time: every attribute of the exception.
# wasm: yes
for s,m in [("1 +\n","eval"),("1 +","eval"),("(1 +","eval"),("f(","eval"),("f(\n\n","exec"),("\n\n","eval"),("#c","eval"),("#c\n","single"),("\n","single"),("a;b\nc","single"),("def f(): pass\nx","single"),("x\n\n\n# c\n","single"),("x; y = = 3","single"),("a b","single"),("'''abc","exec"),("'''abc\nd","eval"),("if x:\ny","exec"),("x = (","exec"),("x = [1,\n2","exec"),("  x","exec"),("x\n  y","exec"),("if x:\n  y\n z","exec"),("def f(): global x; x=1; nonlocal y","exec"),("lambda: (yield)","eval"),("yield 1","exec"),("await x","eval"),("x = 1","eval"),("for","exec"),("\\","exec"),("x \\","exec"),("0777","eval"),("1__0","eval"),("$","eval"),("a $ b","exec"),("\u00a0x","exec"),("a = 'x\ny'","exec"),("f'{'","eval"),("f'{a'","eval"),("f'}'","eval"),("'\\N{foo}'","eval"),("b'é'","eval"),("global x\nx=1","exec"),("def f(a,a): pass","exec"),("def f():\n x=1\n global x","exec"),("class A:\n nonlocal y","exec"),("import x as y.z","exec"),("return","single"),("break","exec"),("del 1","exec"),("f() = 1","exec"),("x: int = 3","eval"),("(a for a in b, c)","eval"),("print 1","exec"),("exec 'x'","exec")]:
    try:
        compile(s,"<string>",m)
        print(repr(s),m,"ok")
    except SyntaxError as e:
        print(repr(s),m,type(e).__name__,e.args, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text), e.filename, e.print_file_and_line)
