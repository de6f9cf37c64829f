# wasm: yes
# warnings: yes
# A coroutine that only the end of the program ends is reported without a place.


async def forgotten():
    pass


kept = [forgotten()]
print("end")
