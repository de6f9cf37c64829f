import MoltABI

// Memory of objects and of their tables. Small blocks come from 16 KB pages of one size class each, found again by
// masking a block's address; objects that do not fit go to libc with a list header in front. Object pages can be
// walked, which is how the cycle collector and the leak check find every object without a header word of their own.

private let pageSize = 16384
private let pageHeaderSize = 96
/// Largest block that lives in a page.
private let largestCell = 1024
private let emptyPagesKept = 16

/// Bits of `MoltObject.aux` that belong to the allocator and the collector.
enum ObjectMark {
  /// Bits 0…23: the shape of an instance.
  static let shapeMask: UInt32 = 0x00ff_ffff
  /// Reached from outside during the collection under way.
  static let reached: UInt32 = 1 << 24
  /// Allocated with a MoltBigHeader.
  static let big: UInt32 = 1 << 25
  /// `__del__` was called (PEP 442: once).
  static let finalized: UInt32 = 1 << 26
  /// Reference count 0: being destroyed, or waiting for it.
  static let dying: UInt32 = 1 << 27
}

@inline(__always) private func binIndex(_ bytes: Int) -> Int {
  bytes <= 512 ? (bytes &+ 15) >> 4 : 32 &+ (bytes &- 512 &+ 63) >> 6
}

@inline(__always) private func cellSize(ofBin bin: Int) -> Int { bin <= 32 ? bin << 4 : 512 &+ (bin &- 32) << 6 }

@inline(__always) private func page(of cell: UnsafeMutableRawPointer) -> UnsafeMutablePointer<MoltPage> {
  UnsafeMutablePointer(bitPattern: UInt(bitPattern: cell) & ~UInt(bitPattern: pageSize &- 1)).unsafelyUnwrapped
}

@inline(__always) private func bin(_ index: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<MoltPage>?> {
  molt_heap_bin(index)
}

// ------------------------------------------------------------------------------------------------------------ cells

@inline(__always) private func takeCell(_ index: Int) -> UnsafeMutableRawPointer {
  if let head = bin(index).pointee, let cell = head.pointee.free {
    head.pointee.free = cell.load(as: UnsafeMutableRawPointer?.self)
    head.pointee.used &+= 1
    return cell
  }
  return takeCellSlowly(index)
}

@inline(never) private func takeCellSlowly(_ index: Int) -> UnsafeMutableRawPointer {
  while let head = bin(index).pointee {
    if head.pointee.free == nil { carveCells(head) }
    if let cell = head.pointee.free {
      head.pointee.free = cell.load(as: UnsafeMutableRawPointer?.self)
      head.pointee.used &+= 1
      return cell
    }
    unlist(head, from: index)
  }
  let fresh = takePage()
  let binPosition = index >= Int(MOLT_BIN_COUNT) ? index &- Int(MOLT_BIN_COUNT) : index
  let size = cellSize(ofBin: binPosition)
  let start = UnsafeMutableRawPointer(fresh) + pageHeaderSize
  fresh.pointee.free = nil
  fresh.pointee.bump = start.assumingMemoryBound(to: CChar.self)
  fresh.pointee.end = (start + (pageSize &- pageHeaderSize) / size &* size).assumingMemoryBound(to: CChar.self)
  fresh.pointee.used = 0
  fresh.pointee.cellSize = UInt32(truncatingIfNeeded: size)
  fresh.pointee.bin = UInt16(truncatingIfNeeded: index)
  list(fresh, in: index)
  return takeCellSlowly(index)
}

/// Links some more of a page's unused cells into its free list: a batch at a time, so that a page's memory is touched
/// only as it is needed.
private func carveCells(_ page: UnsafeMutablePointer<MoltPage>) {
  let size = Int(page.pointee.cellSize)
  let start = UnsafeMutableRawPointer(page.pointee.bump!)
  let available = (UnsafeMutableRawPointer(page.pointee.end!) - start) / size
  let count = min(available, max(1, 2048 / size))
  if count <= 0 { return }
  var next: UnsafeMutableRawPointer? = nil
  var position = count &- 1
  while position >= 0 {
    let cell = start + position &* size
    cell.storeBytes(of: next, as: UnsafeMutableRawPointer?.self)
    markFree(cell)
    next = cell
    position &-= 1
  }
  page.pointee.free = next
  page.pointee.bump = (start + count &* size).assumingMemoryBound(to: CChar.self)
}

/// Clears the word that would be an object's type.
@inline(__always) private func markFree(_ cell: UnsafeMutableRawPointer) {
  cell.storeBytes(of: nil, toByteOffset: 8, as: UnsafeMutableRawPointer?.self)
}

@inline(__always) private func returnCell(_ cell: UnsafeMutableRawPointer) {
  let home = page(of: cell)
  markFree(cell)
  cell.storeBytes(of: home.pointee.free, as: UnsafeMutableRawPointer?.self)
  home.pointee.free = cell
  home.pointee.used &-= 1
  if home.pointee.isListed == 0 || home.pointee.used == 0 { reconsider(home) }
}

/// A page that was full has room again, or a page has become empty.
@inline(never) private func reconsider(_ page: UnsafeMutablePointer<MoltPage>) {
  let index = Int(page.pointee.bin)
  if page.pointee.isListed == 0 { list(page, in: index) }
  // The last page of a bin stays, so that a program that allocates and frees one object does not set up pages for ever.
  guard page.pointee.used == 0, page.pointee.next != nil || page.pointee.previous != nil else { return }
  unlist(page, from: index)
  returnPage(page)
}

// ------------------------------------------------------------------------------------------------------------ pages

private func list(_ page: UnsafeMutablePointer<MoltPage>, in index: Int) {
  let head = bin(index).pointee
  // Behind the head: the head keeps serving until it is full.
  if let head {
    page.pointee.previous = head
    page.pointee.next = head.pointee.next
    head.pointee.next?.pointee.previous = page
    head.pointee.next = page
  } else {
    page.pointee.previous = nil
    page.pointee.next = nil
    bin(index).pointee = page
  }
  page.pointee.isListed = 1
}

private func unlist(_ page: UnsafeMutablePointer<MoltPage>, from index: Int) {
  if let previous = page.pointee.previous {
    previous.pointee.next = page.pointee.next
  } else {
    bin(index).pointee = page.pointee.next
  }
  page.pointee.next?.pointee.previous = page.pointee.previous
  page.pointee.next = nil
  page.pointee.previous = nil
  page.pointee.isListed = 0
}

private func takePage() -> UnsafeMutablePointer<MoltPage> {
  if let page = molt_heap.emptyPages {
    molt_heap.emptyPages = page.pointee.next
    page.pointee.chunk.pointee.inUse &+= 1
    page.pointee.next = nil
    return page
  }
  if molt_heap.chunks == nil || molt_heap.chunks.pointee.carved == molt_heap.chunks.pointee.pageCount { addChunk() }
  let chunk = molt_heap.chunks!
  let page = UnsafeMutableRawPointer(chunk.pointee.pages! + Int(chunk.pointee.carved) &* pageSize)
    .assumingMemoryBound(to: MoltPage.self)
  chunk.pointee.carved &+= 1
  chunk.pointee.inUse &+= 1
  page.pointee.chunk = chunk
  page.pointee.next = nil
  page.pointee.previous = nil
  return page
}

private func addChunk() {
  let pages = max(molt_heap.chunkPages, 16)
  molt_heap.chunkPages = min(pages &* 2, 256)
  guard let chunk = c_malloc(MemoryLayout<MoltChunk>.size)?.assumingMemoryBound(to: MoltChunk.self),
    let memory = c_aligned_alloc(pageSize, pages &* pageSize)
  else { outOfMemory() }
  chunk.pointee = MoltChunk(
    next: molt_heap.chunks, pages: memory.assumingMemoryBound(to: CChar.self),
    pageCount: UInt32(truncatingIfNeeded: pages), carved: 0, inUse: 0, reserved: 0)
  molt_heap.chunks = chunk
}

private func returnPage(_ page: UnsafeMutablePointer<MoltPage>) {
  let chunk = page.pointee.chunk!
  page.pointee.bin = UInt16(MOLT_NO_BIN)
  page.pointee.next = molt_heap.emptyPages
  molt_heap.emptyPages = page
  chunk.pointee.inUse &-= 1
  // The newest chunk still hands out pages; an older one goes back to libc once nothing in it is used.
  if chunk.pointee.inUse == 0 && chunk != molt_heap.chunks { dropChunk(chunk) }
}

private func dropChunk(_ chunk: UnsafeMutablePointer<MoltChunk>) {
  var kept: UnsafeMutablePointer<MoltPage>? = nil
  var page = molt_heap.emptyPages
  while let current = page {
    page = current.pointee.next
    if current.pointee.chunk != chunk {
      current.pointee.next = kept
      kept = current
    }
  }
  molt_heap.emptyPages = kept
  var link = molt_heap.chunks!
  while link.pointee.next != chunk { link = link.pointee.next }
  link.pointee.next = chunk.pointee.next
  c_free(chunk.pointee.pages)
  c_free(chunk)
}

/// Whether the program is ending for want of memory.
private var isOutOfMemory = false

/// Memory is exhausted in the middle of building an object: nothing can be raised any more. What was printed before
/// still gets out, if that needs no memory.
@inline(never) func outOfMemory() -> Never {
  if !isOutOfMemory {
    isOutOfMemory = true
    flushStandardOutput()
    let text: StaticString = "molt: out of memory\n"
    _ = c_write(2, text.utf8Start, text.utf8CodeUnitCount)
  }
  c_exit(1)
  c_abort()
}

// ---------------------------------------------------------------------------------------------------------- objects

/// Where the pages with cells for objects of that many bytes are listed, and the bytes of such a cell; nil where objects
/// of that size do not come from pages.
func objectBin(_ bytes: Int) -> (pages: UnsafeMutablePointer<UnsafeMutableRawPointer?>, bytes: Int)? {
  if bytes > largestCell { return nil }
  let index = binIndex(bytes)
  let list = UnsafeMutableRawPointer(bin(index)).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  return (list, cellSize(ofBin: index))
}

/// A new object with its header set, reference count 1 and everything after the header zero. A heap type is retained
/// for its instance; an instance that keeps its `__dict__` behind inline items gets room for it.
@inline(__always) func allocateObject(_ type: TypePointer, _ bytes: Int) -> ObjectPointer {
  var size = bytes
  let flags = type.pointee.flags
  if flags & UInt32(MOLT_TYPE_HEAP) != 0 {
    type.pointee.header.refCount &+= 1
    // Offsets counted from the end of the cell (see `instanceDictSlot`).
    if Int32(bitPattern: type.pointee.dictOffset) < 0 || Int32(bitPattern: type.pointee.weakOffset) < 0 { size &+= 16 }
  }
  if flags & UInt32(MOLT_TYPE_CONTAINER) != 0 { molt_heap.containers &+= 1 }
  if size > largestCell { return allocateBigObject(type, size) }
  let index = binIndex(size)
  let cell = takeCell(index)
  // On a 32-bit target the fields begin right behind the header's 12 bytes.
  if MemoryLayout<Int>.size == 4 { cell.storeBytes(of: 0, toByteOffset: 12, as: UInt32.self) }
  clear(cell + 16, cellSize(ofBin: index) &- 16)
  let object = cell.assumingMemoryBound(to: MoltObject.self)
  object.pointee.refCount = 1
  object.pointee.aux = 0
  object.pointee.type = type
  return object
}

/// `allocateObject` for a built-in type without container objects, the contents of which the caller writes whole: only
/// the header is set. Not for anything that the collector or the leak check could look into before it is filled in.
@inline(__always) func allocateUncleared(_ type: TypePointer, _ bytes: Int) -> ObjectPointer {
  if bytes > largestCell { return allocateBigObject(type, bytes, clearing: false) }
  let cell = takeCell(binIndex(bytes))
  let object = cell.assumingMemoryBound(to: MoltObject.self)
  object.pointee.refCount = 1
  object.pointee.aux = 0
  object.pointee.type = type
  return object
}

@inline(__always) private func clear(_ start: UnsafeMutableRawPointer, _ bytes: Int) {
  if bytes <= 112 {
    var word = start.assumingMemoryBound(to: UInt64.self)
    let end = word + (bytes >> 3)
    while word < end {
      word.pointee = 0
      word[1] = 0
      word += 2
    }
  } else {
    start.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
  }
}

@inline(never)
private func allocateBigObject(_ type: TypePointer, _ bytes: Int, clearing: Bool = true) -> ObjectPointer {
  let headerSize = bigHeaderSize
  let size = (bytes &+ 15) & ~15
  guard let block = c_malloc(headerSize &+ size) else { outOfMemory() }
  let header = block.assumingMemoryBound(to: MoltBigHeader.self)
  header.pointee = MoltBigHeader(next: molt_heap.bigObjects, previous: nil, size: size, reserved: 0)
  molt_heap.bigObjects?.pointee.previous = header
  molt_heap.bigObjects = header
  molt_heap.bigCount &+= 1
  let cell = block + headerSize
  if clearing { cell.initializeMemory(as: UInt8.self, repeating: 0, count: size) }
  let object = cell.assumingMemoryBound(to: MoltObject.self)
  object.pointee.refCount = 1
  object.pointee.aux = ObjectMark.big
  object.pointee.type = type
  return object
}

private let bigHeaderSize = 32

@inline(__always) private func bigHeader(_ object: ObjectPointer) -> UnsafeMutablePointer<MoltBigHeader> {
  (UnsafeMutableRawPointer(object) - bigHeaderSize).assumingMemoryBound(to: MoltBigHeader.self)
}

/// Bytes of an object's cell, at least what was asked for.
func cellSize(of object: ObjectPointer) -> Int {
  object.pointee.aux & ObjectMark.big != 0
    ? bigHeader(object).pointee.size : Int(page(of: UnsafeMutableRawPointer(object)).pointee.cellSize)
}

/// Gives an object's memory back and releases its heap type. What the object owns has been released.
@inline(__always) func freeObject(_ object: ObjectPointer, _ bytes: Int) {
  let type = object.pointee.type!
  let flags = type.pointee.flags
  if flags & UInt32(MOLT_TYPE_CONTAINER) != 0 { molt_heap.containers &-= 1 }
  if object.pointee.aux & ObjectMark.big != 0 {
    freeBigObject(object)
  } else {
    returnCell(UnsafeMutableRawPointer(object))
  }
  if flags & UInt32(MOLT_TYPE_HEAP) != 0 { release(Value(type)) }
}

@inline(never) private func freeBigObject(_ object: ObjectPointer) {
  let header = bigHeader(object)
  if let previous = header.pointee.previous {
    previous.pointee.next = header.pointee.next
  } else {
    molt_heap.bigObjects = header.pointee.next
  }
  header.pointee.next?.pointee.previous = header.pointee.previous
  molt_heap.bigCount &-= 1
  c_free(header)
}

/// Grows or shrinks an object that only its owner knows (reference count 1), keeping its contents; the new bytes are
/// not cleared. The object may move.
func resizeObject(_ object: ObjectPointer, _ bytes: Int) -> ObjectPointer {
  let have = cellSize(of: object)
  if bytes <= have && (bytes > largestCell || object.pointee.aux & ObjectMark.big == 0) && bytes &* 2 >= have {
    return object
  }
  if object.pointee.aux & ObjectMark.big != 0 && bytes > largestCell {
    let size = (bytes &+ 15) & ~15
    let header = bigHeader(object)
    guard let block = c_realloc(header, bigHeaderSize &+ size) else { outOfMemory() }
    let moved = block.assumingMemoryBound(to: MoltBigHeader.self)
    moved.pointee.size = size
    if let previous = moved.pointee.previous {
      previous.pointee.next = moved
    } else {
      molt_heap.bigObjects = moved
    }
    moved.pointee.next?.pointee.previous = moved
    return (block + bigHeaderSize).assumingMemoryBound(to: MoltObject.self)
  }
  let type = object.pointee.type!
  let fresh = allocateObject(type, bytes)
  let aux = object.pointee.aux & ~ObjectMark.big | fresh.pointee.aux
  let header = MemoryLayout<MoltObject>.size
  (UnsafeMutableRawPointer(fresh) + header).copyMemory(
    from: UnsafeMutableRawPointer(object) + header, byteCount: min(bytes, have) &- header)
  fresh.pointee.aux = aux
  freeObject(object, have)
  return fresh
}

// ------------------------------------------------------------------------------------------------------- raw memory

/// Memory for an object's tables, not cleared; `freeRaw` takes the same size.
@inline(__always) func allocateRaw(_ bytes: Int) -> UnsafeMutableRawPointer {
  if bytes <= largestCell { return takeCell(binIndex(max(bytes, 1)) &+ Int(MOLT_BIN_COUNT)) }
  guard let block = c_malloc(bytes) else { outOfMemory() }
  return block
}

@inline(__always) func freeRaw(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
  if bytes <= largestCell {
    returnCell(block)
  } else {
    c_free(block)
  }
}

/// Moves raw memory to a block of another size; what fits is kept.
func resizeRaw(_ block: UnsafeMutableRawPointer, _ old: Int, _ new: Int) -> UnsafeMutableRawPointer {
  if old > largestCell && new > largestCell {
    guard let moved = c_realloc(block, new) else { outOfMemory() }
    return moved
  }
  if old <= largestCell && new <= largestCell && binIndex(max(old, 1)) == binIndex(max(new, 1)) { return block }
  let fresh = allocateRaw(new)
  fresh.copyMemory(from: block, byteCount: min(old, new))
  freeRaw(block, old)
  return fresh
}

// ------------------------------------------------------------------------------------------------------ enumeration

/// Calls `body` for every object alive. `body` must neither allocate nor free objects.
func forEachObject(_ body: (ObjectPointer) -> Void) {
  var chunk = molt_heap.chunks
  while let current = chunk {
    var index = 0
    while index < Int(current.pointee.carved) {
      let start = UnsafeMutableRawPointer(current.pointee.pages! + index &* pageSize)
      let page = start.assumingMemoryBound(to: MoltPage.self)
      if page.pointee.bin < UInt16(MOLT_BIN_COUNT) && page.pointee.used > 0 {
        let size = Int(page.pointee.cellSize)
        let end = UnsafeMutableRawPointer(page.pointee.bump!)
        var cell = start + pageHeaderSize
        while cell < end {
          if cell.load(fromByteOffset: 8, as: UnsafeMutableRawPointer?.self) != nil {
            body(cell.assumingMemoryBound(to: MoltObject.self))
          }
          cell += size
        }
      }
      index &+= 1
    }
    chunk = current.pointee.next
  }
  var big = molt_heap.bigObjects
  while let header = big {
    big = header.pointee.next
    body((UnsafeMutableRawPointer(header) + bigHeaderSize).assumingMemoryBound(to: MoltObject.self))
  }
}
