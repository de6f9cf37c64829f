// The report of a program built with `--count-references`: how many references the code of each line retained and
// released, on stderr, when the program ends. Linked only into such programs.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "molt_runtime.h"

typedef struct Row {
  const char *file;
  const MoltReferenceCount *counts;
} Row;

static MoltReferenceCounts *tables;

// The busiest lines first; lines that are equally busy by file and number.
static int compare(const void *left, const void *right) {
  const Row *a = left, *b = right;
  uint64_t first = a->counts->retained + a->counts->released, second = b->counts->retained + b->counts->released;
  if (first != second) return first < second ? 1 : -1;
  int files = strcmp(a->file, b->file);
  return files != 0 ? files : a->counts->line - b->counts->line;
}

static void report(void) {
  size_t capacity = 0, used = 0;
  for (const MoltReferenceCounts *table = tables; table; table = table->next) capacity += (size_t)table->count;
  Row *rows = malloc((capacity + 1) * sizeof *rows);
  if (!rows) return;
  uint64_t retained = 0, released = 0;
  for (const MoltReferenceCounts *table = tables; table; table = table->next) {
    for (const MoltReferenceCount *counts = table->rows; counts < table->rows + table->count; counts++) {
      if (counts->retained + counts->released == 0) continue;
      rows[used++] = (Row){table->file, counts};
      retained += counts->retained;
      released += counts->released;
    }
  }
  qsort(rows, used, sizeof *rows, compare);
  fprintf(stderr, "%14s %14s  references\n", "retained", "released");
  for (const Row *row = rows; row < rows + used; row++)
    fprintf(stderr, "%14llu %14llu  %s:%d\n", (unsigned long long)row->counts->retained,
            (unsigned long long)row->counts->released, row->file, (int)row->counts->line);
  fprintf(stderr, "%14llu %14llu  in all\n", (unsigned long long)retained, (unsigned long long)released);
  free(rows);
}

void molt_count_references(MoltReferenceCounts *counts) {
  if (!tables) atexit(report);
  counts->next = tables;
  tables = counts;
}
