print("init of", __name__)
LEVEL = 2
from .. import VERSION as UP
