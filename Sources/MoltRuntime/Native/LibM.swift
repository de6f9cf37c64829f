// The functions of libm that only the module math uses.

@_extern(c, "tan") func c_tan(_ x: Double) -> Double
@_extern(c, "asin") func c_asin(_ x: Double) -> Double
@_extern(c, "acos") func c_acos(_ x: Double) -> Double
@_extern(c, "atan") func c_atan(_ x: Double) -> Double
@_extern(c, "sinh") func c_sinh(_ x: Double) -> Double
@_extern(c, "cosh") func c_cosh(_ x: Double) -> Double
@_extern(c, "tanh") func c_tanh(_ x: Double) -> Double
@_extern(c, "asinh") func c_asinh(_ x: Double) -> Double
@_extern(c, "acosh") func c_acosh(_ x: Double) -> Double
@_extern(c, "atanh") func c_atanh(_ x: Double) -> Double
@_extern(c, "exp2") func c_exp2(_ x: Double) -> Double
@_extern(c, "expm1") func c_expm1(_ x: Double) -> Double
@_extern(c, "log2") func c_log2(_ x: Double) -> Double
@_extern(c, "log10") func c_log10(_ x: Double) -> Double
@_extern(c, "log1p") func c_log1p(_ x: Double) -> Double
@_extern(c, "cbrt") func c_cbrt(_ x: Double) -> Double
@_extern(c, "erf") func c_erf(_ x: Double) -> Double
@_extern(c, "erfc") func c_erfc(_ x: Double) -> Double
@_extern(c, "remainder") func c_remainder(_ x: Double, _ y: Double) -> Double
