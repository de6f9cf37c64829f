import MoltABI

// The module `io`. CPython: Modules/_io/_iomodule.c and Lib/io.py.

/// Types are made once, also for a program that imports both `io` and `_io`.
private enum IOModule {
  static var stringIO: TypePointer? = nil
  static var bytesIO: TypePointer? = nil
}

func setUpIOModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Files and streams.")
  if IOModule.stringIO == nil {
    setUpIOBaseTypes()
    IOModule.stringIO = makeStringIOType()
    IOModule.bytesIO = makeBytesIOType()
  }
  addType(module, "_IOBase", IOTypes.base!)
  addType(module, "_RawIOBase", IOTypes.rawBase!)
  addType(module, "_BufferedIOBase", IOTypes.bufferedBase!)
  addType(module, "_TextIOBase", IOTypes.textBase!)
  addType(module, "IOBase", IOTypes.base!)
  addType(module, "RawIOBase", IOTypes.rawBase!)
  addType(module, "BufferedIOBase", IOTypes.bufferedBase!)
  addType(module, "TextIOBase", IOTypes.textBase!)
  addType(module, "StringIO", IOModule.stringIO!)
  addType(module, "BytesIO", IOModule.bytesIO!)
  addType(module, "TextIOWrapper", Types.textFile)
  addType(module, "FileIO", Types.fileIO)
  addType(module, "BufferedReader", Types.bufferedReader)
  addType(module, "BufferedWriter", Types.bufferedWriter)
  addType(module, "BufferedRandom", Types.bufferedRandom)
  addType(module, "UnsupportedOperation", Exceptions.unsupportedOperation)
  addType(module, "BlockingIOError", Exceptions.blockingIoError)
  let open = dictGetName(builtinsDict(), intern("open"))
  if !open.isNull { addConstant(module, "open", retained(open)) }
  addConstant(module, "DEFAULT_BUFFER_SIZE", Value(smallInt: 8192))
  addConstant(module, "SEEK_SET", Value(smallInt: 0))
  addConstant(module, "SEEK_CUR", Value(smallInt: 1))
  addConstant(module, "SEEK_END", Value(smallInt: 2))
  addFunction(
    module, "text_encoding", 1, 2,
    { _, args, _, _ in args![0].isNone ? makeString("locale") : retained(args![0]) })
  return true
}
