# wasm: yes
# The last line names the class of the program.
class AppError(Exception):
    def __str__(self):
        return f"code {self.args[0]}"
def run():
    raise AppError(7)
run()
