"""Random coroutines and asynchronous generators, driven by `drive` of the preamble."""
from flow import indented


class Asynchronous:
    def coroutine(self, depth):
        function = self.numbered("co")
        with self.scope.inner(["n"], walrus=True), self.hotter():
            loops, self.loops = self.loops, 0
            self.scope.suspends, self.scope.allows_walrus = "await", True
            body = self.any_of(
                lambda: [f"return (await Step(n), {self.expression(None, 2)})"],
                lambda: ["try:", f"    await Step({self.expression(None, 1)})", "finally:", "    out.append('left')",
                         f"return {self.expression(None, 1)}"],
                lambda: [f"return [s0 async for s0 in ticks(3) if {self.condition(1)}]"],
                lambda: [f"return {{s0: await Step(s0) async for s0 in ticks(2)}}, {{s0 async for s0 in ticks(3)}}"],
                lambda: [f"made = (s0 async for s0 in ticks(3) if await Step({self.expression(None, 0)}))", "async for x in made:"]
                        + indented(self.branch(1)),
                lambda: ["async for x in ticks(n):"] + self.async_body() + self.loop_end(0) + ["return 'over'"],
                lambda: [f"async with AGuard({self.chance.choice(('True', 'False', 'ValueError'))}, out) as x, AGuard(False, out):"]
                        + self.branch(1) + ["return 'left'"],
                lambda: ["async def inner(n):"] + indented(["await Step(n)", f"return {self.expression(None, 1)}"])
                        + ["return await inner(1), await inner(n)"],
                lambda: self.block(1, 3) + [f"return {self.expression(None, 2)}"],
                lambda: self.block(1, 3) + [f"return {self.expression(None, 2)}"])
            self.loops = loops
        return [f"async def {function}(n):"] + indented(body) + [
            f"out.append(drive(keep({function}({self.expression('int', 1)} % 4)){self.throwing()}))"]

    def throwing(self):
        """Perhaps an exception for the coroutine in some step."""
        return f", {self.chance.randrange(3)}" if self.chance.random() < 0.25 else ""

    def async_body(self):
        self.loops += 1
        lines = self.branch(1)
        self.loops -= 1
        return lines

    def async_generator(self, depth):
        function = self.numbered("agen")
        with self.scope.inner(["n"], walrus=True), self.hotter():
            loops, self.loops = self.loops, 0
            self.scope.suspends, self.scope.allows_walrus = "both", True
            body = self.any_of(
                lambda: ["for i in range(n):"] + indented([f"yield {self.expression(None, 1)}"]),
                lambda: ["try:"] + indented(self.block(1, 2) + ["yield 1"]) + ["finally:", "    await Step('closing')", "    out.append('closed')"],
                lambda: ["got = yield n", "out.append(got)", "async for x in ticks(2):"] + self.async_body() + ["yield got"],
                lambda: self.block(1, 3) + ["yield 'last'"])
            self.loops = loops
        use = self.any_of(
            lambda: ["return [s0 async for s0 in made]"],
            lambda: ["async for x in made:"] + indented(["out.append(x)", self.chance.choice(("break", "continue", "pass"))]) + ["await made.aclose()"],
            lambda: ["out.append(await anext(made, 'none'))", "try:", "    out.append(await made.asend(7))",
                     f"    out.append(await made.athrow({self.chance.choice(('ValueError(3)', 'Mine(4)', 'GeneratorExit'))}))",
                     "except (StopAsyncIteration, GeneratorExit, Exception) as error:", "    out.append(told(error))", "await made.aclose()"])
        return ([f"async def {function}(n):"] + indented(body) + [f"async def use{function}():", f"    made = keep({function}(2))"]
                + indented(use) + [f"out.append(drive(keep(use{function}()){self.throwing()}))"])
