# wasm: yes
# State, classes and exceptions shared by several modules.
from config import settings, Config
import config, reader, writer
writer.write("k", 1)
print(reader.read("k"), settings, config.settings is settings)
config.settings = {"k": "replaced"}
print(reader.read("k"), settings, reader.read_fresh("k"))
try:
    reader.fail()
except config.AppError as error:
    print(type(error).__name__, error, type(error).__module__, isinstance(error, writer.AppError))
c = Config()
print(isinstance(c, config.Config), writer.is_config(c), Config.instances, writer.make().instances, Config.instances)
def patched(key): return "patched " + key
reader.read = patched
print(reader.read("x"), writer.read_via_reader("y"))
