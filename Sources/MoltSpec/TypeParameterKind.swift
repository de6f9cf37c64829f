/// What `py.typeparam` makes; the runtime knows the numbers.
public enum TypeParameterKind: Int32, Sendable {
  case typeVar, bounded, constrained, paramSpec, typeVarTuple
}
