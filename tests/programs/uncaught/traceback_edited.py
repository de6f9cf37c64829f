# wasm: yes
# Tracebacks put together by hand.
def fail(n):
    if n:
        fail(n - 1)
    else:
        raise ValueError("bottom")


def collect():
    try:
        fail(4)
    except ValueError as error:
        return error


error = collect()
tb = error.__traceback__
print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name)
tb.tb_next = tb.tb_next.tb_next.tb_next
try:
    tb.tb_next.tb_next = tb
except ValueError as loop:
    print(loop)
try:
    tb.tb_next = 3
except TypeError as wrong:
    print(wrong)
Traceback = type(tb)
made = Traceback(tb, tb.tb_frame, 0, 77)
print(made.tb_next is tb, made.tb_lineno, made.tb_lasti)
raise error.with_traceback(tb)
