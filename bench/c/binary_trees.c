// examples/binary_trees.py in C: each node is allocated and freed by itself.
#include <stdio.h>
#include <stdlib.h>

typedef struct Tree {
  struct Tree *left, *right;
} Tree;

static Tree *build(long depth) {
  Tree *tree = malloc(sizeof(Tree));
  tree->left = depth ? build(depth - 1) : NULL;
  tree->right = depth ? build(depth - 1) : NULL;
  return tree;
}

static long check(const Tree *tree) { return tree->left ? 1 + check(tree->left) + check(tree->right) : 1; }

static void drop(Tree *tree) {
  if (tree->left) {
    drop(tree->left);
    drop(tree->right);
  }
  free(tree);
}

static long built_and_checked(long depth) {
  Tree *tree = build(depth);
  long result = check(tree);
  drop(tree);
  return result;
}

int main(int count, char **arguments) {
  long smallest = 4;
  long largest = count > 1 ? atol(arguments[1]) : 8;
  if (largest < smallest + 2) largest = smallest + 2;
  printf("stretch tree of depth %ld\t check: %ld\n", largest + 1, built_and_checked(largest + 1));
  Tree *long_lived = build(largest);
  for (long depth = smallest; depth <= largest; depth += 2) {
    long trees = 1L << (largest - depth + smallest);
    long sum = 0;
    for (long i = 0; i < trees; i++) sum += built_and_checked(depth);
    printf("%ld\t trees of depth %ld\t check: %ld\n", trees, depth, sum);
  }
  printf("long lived tree of depth %ld\t check: %ld\n", largest, check(long_lived));
  drop(long_lived);
  return 0;
}
