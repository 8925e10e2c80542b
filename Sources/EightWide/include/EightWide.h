// The innermost loops of searches, eight numbers of single precision at a time.
//
// They stand in C because Swift cannot build a function for two kinds of processor: here each is built, on x86-64 with glibc, for the
// registers of 128 bits that every 64-bit processor has and for those of 256 bits (AVX2), and the program takes the one that fits
// when it starts. Both do the same operations in the same order, so the numbers are the same.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// A node of a tree that is still to be looked at, or, at level -1, an item.
typedef struct {
  float squaredDistance;
  int32_t index;
  int32_t level;
} EightWideEntry;

/// A walk through a packed tree; see `TreeSearch` and `PackedTree`, whose arrays these are.
typedef struct {
  const float *_Nonnull bounds;
  const intptr_t *_Nonnull levelStarts;
  EightWideEntry *_Nonnull stack;
  /// How many entries the stack holds; the last is looked at next.
  intptr_t count;
  float x, y, z;
} EightWideWalk;

/// Goes on with a walk up to the next item whose box is within the square root of `squaredLimit`; -1 when there is none.
int32_t eightWideNextItem(EightWideWalk *_Nonnull walk, float squaredLimit);

/// The chords of a leaf that may be within reach of a point; see `SegmentIndex.Ground`.
///
/// `sketch` holds nine vertices, first all x, then all y, then all z; `x`, `y` and `z` are those of the point. A chord is in
/// reach up to `reach`, and up to `slope` times the distance of the nearest chord and `rise`, if the nearest is nearer than
/// `farthest`, which `areNear` then tells. The result has a bit for each of eight chords, the lowest for the first.
uint32_t eightWideChordsInReach(
    const float *_Nonnull sketch, float x, float y, float z, float reach, float slope, float rise, float farthest,
    bool *_Nonnull areNear);

/// The boxes of a node that hold a place; see `PlanarTree`. A bit for each, the lowest for the first.
uint32_t eightWideBoxesHolding(const float *_Nonnull node, float longitude, float latitude);
