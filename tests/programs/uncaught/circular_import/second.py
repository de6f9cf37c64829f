try:
    from first import value
except ImportError as error:
    print(error.name, error.name_from if hasattr(error, "name_from") else None)
import first

print(first.value)
