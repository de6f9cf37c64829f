# A module that is not there ends the program.
print("first")
try:
    import missing_module_one
except ModuleNotFoundError as error:
    print(error, error.name)
import uses  # ends the program
