"""Random classes inside functions: metaclasses, descriptors, properties, slots, hooks of subclassing, odd class bodies.

Variables of comprehensions have names that nothing else has: CPython 3.12 takes a class body's use of a variable of a
function further out for the comprehension's variable of that name, where the function in between has such a comprehension.
"""
from flow import indented


class ClassStatements:
    def nested_class(self, depth):
        name = self.numbered("K")
        captured = self.chance.choice(self.scope.names("int") or ["4"])
        base = self.chance.choice(("", "", f"({self.class_name()})", "(Exception)", "(dict)", "(int)", "(str)", "(list)", "(tuple)",
                                   "(metaclass=Meta)", f"({self.class_name()}, Mixin)", "(Mixin, dict)", "(float)", "(set)"))
        body = [f"shared = {self.expression(None, 1)}"]
        for maker in (self.method, self.hooks, self.descriptors, self.odd_body, self.special_methods):
            if self.chance.random() < 0.4:
                body += maker(name, captured)
        generic = "[T]" if not base and self.chance.random() < 0.1 else ""
        lines = [f"class {name}{generic}{base}:"] + indented(body) + [f"out.append({name}.shared)"]
        for _ in range(self.chance.randrange(1, 3)):
            # Subclassing a generic class goes through `typing`, whose frames CPython's tracebacks have.
            lines += self.use_of_class(name) if not generic else [f"out.append({name}.__type_params__[0].__name__)"]
        return lines

    def method(self, name, captured):
        return self.any_of(
            lambda: ["def method(self, other=None):", f"    return ({captured}, other, type(self).__name__)"],
            lambda: ["def method(self, other=None):", "    return __class__.__name__, [super(type(self), self).__class__.__name__ for _ in 'a']"],
            lambda: ["@classmethod", "def method(cls, other=None):", f"    return cls.__name__, cls.shared, other"],
            lambda: ["@staticmethod", "def method(other=None):", f"    return {captured}, other"],
            lambda: ["__hidden = 5", "def method(self, __other=None):", "    return self.__hidden, __other"],
            lambda: ["def method(self, *given, **named):", "    self.kept = given, sorted(named)", "    return self.kept"])

    def hooks(self, name, captured):
        return self.any_of(
            lambda: ["def __init_subclass__(cls, **given):", "    out.append((cls.__name__, given))"],
            lambda: ["def __init_subclass__(cls, key=1, **given):", "    super().__init_subclass__(**given)", "    cls.key = key"],
            lambda: ["def __getattr__(self, name):", "    return name * 2"],
            lambda: ["def __class_getitem__(cls, key):", "    return cls.__name__, key"],
            lambda: ["def __getattribute__(self, name):", "    if name == 'lost': raise AttributeError('lost')",
                     "    return super().__getattribute__(name)"],
            lambda: ["def __setattr__(self, name, value):", "    out.append((name, shown(value)))", "    super().__setattr__(name, value)"],
            lambda: ["def __delattr__(self, name):", "    out.append(name)"],
            lambda: ["def __new__(cls, *given, **named):", "    out.append(len(given))", "    return super().__new__(cls)"])

    def descriptors(self, name, captured):
        return self.any_of(
            lambda: ["field = Field(3)"], lambda: ["field = Field(3)", "other = Field('x')"],
            lambda: ["@property", "def field(self):", f"    return {captured}", "@field.setter", "def field(self, value):", "    out.append(value)"],
            lambda: ["@property", "def field(self):", "    raise AttributeError('no field')", "@field.deleter", "def field(self):", "    out.append('gone')"],
            lambda: ["field = ReadOnly()"], lambda: ["__slots__ = ('kept', 'field')"], lambda: ["__slots__ = 'kept', '__dict__'"])

    def odd_body(self, name, captured):
        return self.any_of(
            lambda: ["numbers = [s0 * 2 for s0 in range(3)]", "for n in numbers:", f"    if n > 2: found = n", "del n"],
            lambda: [f"if {captured}:", "    def method(self, other=None): return 'first'", "else:", "    method = None"],
            lambda: ["first: int = 3", "second: 'str'", "out.append(sorted(__annotations__))"],
            lambda: ["try:", "    undefined_name", "except NameError as error:", "    why = str(error)", "out.append(why)"],
            lambda: ["class Inner:", "    value = 3", "    def look(self): return self.value", "made = Inner().look()"],
            lambda: ["(walrus := 5)", "out.append((walrus, __qualname__))"], lambda: ["locals()['sneaked'] = 4", "out.append(sneaked)"],
            lambda: ["def make(n): return n + 1", "made = make(4)", "shared = make"[:0] + "shared = (lambda self: 'm')(0)"],
            lambda: ["global total", "total = 3"], lambda: ["__match_args__ = ('shared', 'method')"])

    def special_methods(self, name, captured):
        return self.any_of(
            lambda: ["def __missing__(self, key):", "    return key"], lambda: ["def __format__(self, spec):", "    return spec + '!'"],
            lambda: ["def __matmul__(self, other):", "    return 'mat'", "def __imatmul__(self, other):", "    return self"],
            lambda: ["def __rsub__(self, other):", "    return 'rsub'", "def __sub__(self, other):", "    return NotImplemented"],
            lambda: ["def __length_hint__(self):", "    return 3", "def __iter__(self):", "    return iter('ab')"],
            lambda: ["def __reversed__(self):", "    return iter((3, 2))", "def __len__(self):", "    return 2"],
            lambda: ["def __eq__(self, other):", "    return NotImplemented", "__hash__ = None"],
            lambda: ["def __int__(self):", "    return 7", "def __float__(self):", "    return 2.5", "def __complex__(self):", "    return 1j"],
            lambda: ["def __lt__(self, other):", "    return 'lt'", "def __ge__(self, other):", "    return []"],
            lambda: ["def __divmod__(self, other):", "    return 'dm'", "def __rpow__(self, other):", "    return 'rpow'"],
            lambda: ["def __str__(self):", "    return 'told'", "def __repr__(self):", "    return 'shown'"],
            lambda: ["def __setitem__(self, key, value):", "    out.append((key, value))", "def __delitem__(self, key):", "    out.append(key)"],
            lambda: ["def __bool__(self):", f"    return {self.chance.choice(('False', '3', 'True'))}"])

    def use_of_class(self, name):
        e = lambda depth=1: self.expression(None, depth)
        # What is made is never shown as such: the address of an object without a repr differs in length, too.
        return self.any_of(
            lambda: [f"out.append(shown({name}().method({e()})))"], lambda: [f"out.append(shown({name}.method({e()})))"],
            lambda: [f"class Sub{name}({name}, key={self.expression('int', 0)}):", "    pass", f"out.append([s0.__name__ for s0 in Sub{name}.__mro__])"],
            lambda: [f"out.append(getattr({name}(), {self.expression('str', 0)}, 'none'))"],
            lambda: [f"out.append(isinstance({name}(), {self.class_name()}))"], lambda: [f"out.append({name}[{e(0)}])"],
            lambda: [f"k = {name}()", "k.field = 4", "out.append(shown(k.field))", "del k.field", "out.append(k.field)"],
            lambda: [f"k = {name}()", f"k.kept = {e()}", "out.append(k.kept)", "k.shared = 1", "out.append((k.shared, k.__dict__))"],
            lambda: [f"out.append(f'{{{name}():>5}}')"], lambda: [f"out.append(3 - {name}())", f"out.append({name}() @ 3)"],
            lambda: [f"out.append(list(reversed({name}())))"], lambda: [f"out.append({name}()[{e(0)}])"],
            lambda: [f"k = {name}()", "k @= 2", "k[1] = 2", "del k[1:2]", "out.append(type(k).__name__)"],
            lambda: [f"out.append(({name}() == 3, {name}() != {name}, {name}() < 3))"],
            lambda: [f"out.append((int({name}()), float({name}()), complex({name}())))"], lambda: [f"out.append(2 ** {name}())"],
            lambda: [f"out.append(sorted(s0 for s0 in vars({name}) if not s0.startswith('__')))"],
            lambda: [f"out.append(bool({name}()))", f"out.append(str({name}())[:5])"], lambda: [f"out.append({name}.__qualname__)"],
            lambda: [f"out.append(type({name}).__name__)", f"out.append({name}.method.__name__)"],
            lambda: [f"match {name}():", f"    case {name}(shared=s):", "        out.append(s)", f"    case {name}(s):", "        out.append('positional')"],
            lambda: [f"{name}.shared = 9", f"out.append({name}().shared)", f"del {name}.shared", f"out.append({name}().shared)"],
            lambda: [f"made = type('Made', ({name},), {{'extra': 1}})", "out.append(made.extra + 1)", "out.append(made.__mro__[1].__name__)"],
            lambda: [f"raise {name}(1)"], lambda: [f"k, l = {name}(), {name}()", "k.__class__ = l.__class__", "out.append(type(k) is type(l))"])
