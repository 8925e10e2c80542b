#include "EightWide.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

// Choosing among them at the start is glibc's.
#if defined(__x86_64__) && defined(__GLIBC__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

typedef float Eight __attribute__((ext_vector_type(8)));
typedef float Four __attribute__((ext_vector_type(4)));
typedef float Two __attribute__((ext_vector_type(2)));
typedef bool EightFlags __attribute__((ext_vector_type(8)));

// Eight numbers that stand anywhere.
typedef float EightAnywhere __attribute__((ext_vector_type(8), aligned(4), may_alias));
#define LOAD(numbers) ((Eight) * (const EightAnywhere *)(numbers))

// Comparison and choice, as one instruction does them: of equal numbers, and where one is none, the second.
#define LEAST(a, b) ((a) < (b) ? (a) : (b))
#define GREATEST(a, b) ((a) > (b) ? (a) : (b))

#define BITS(comparison)                                                                                               \
  ({                                                                                                                   \
    EightFlags flags = __builtin_convertvector((comparison), EightFlags);                                              \
    uint8_t bits;                                                                                                      \
    memcpy(&bits, &flags, 1);                                                                                          \
    (uint32_t) bits;                                                                                                   \
  })

FOR_EACH_PROCESSOR
int32_t eightWideNextItem(EightWideWalk *walk, float squaredLimit) {
  EightWideEntry *stack = walk->stack;
  intptr_t count = walk->count;
  const Eight x = walk->x, y = walk->y, z = walk->z, zero = 0, limit = squaredLimit;
  while (count > 0) {
    const EightWideEntry entry = stack[--count];
    if (entry.squaredDistance > squaredLimit) continue;
    if (entry.level < 0) {
      walk->count = count;
      return entry.index;
    }
    const float *node = walk->bounds + (walk->levelStarts[entry.level] + entry.index) * 48;
    // How far the point is below and above each box on each axis, whichever is more; 0 inside.
    const Eight belowX = LOAD(node) - x, aboveX = x - LOAD(node + 24);
    const Eight belowY = LOAD(node + 8) - y, aboveY = y - LOAD(node + 32);
    const Eight belowZ = LOAD(node + 16) - z, aboveZ = z - LOAD(node + 40);
    const Eight outX = GREATEST(aboveX, belowX), outY = GREATEST(aboveY, belowY), outZ = GREATEST(aboveZ, belowZ);
    const Eight dx = GREATEST(outX, zero), dy = GREATEST(outY, zero), dz = GREATEST(outZ, zero);
    const Eight squared = dx * dx + dy * dy + dz * dz;
    uint32_t near = BITS(squared <= limit);
    const intptr_t bottom = count;
    float distances[8];
    memcpy(distances, &squared, sizeof distances);
    for (; near != 0; near &= near - 1) {
      const int32_t slot = __builtin_ctz(near);
      const EightWideEntry child = {distances[slot], entry.index * 8 + slot, entry.level - 1};
      // The nearest goes on top of the stack: an insertion sort of the few that are near enough.
      intptr_t place = count++;
      for (; place > bottom && stack[place - 1].squaredDistance < child.squaredDistance; place--) {
        stack[place] = stack[place - 1];
      }
      stack[place] = child;
    }
  }
  walk->count = 0;
  return -1;
}

FOR_EACH_PROCESSOR
uint32_t eightWideChordsInReach(
    const float *sketch, float x, float y, float z, float reach, float slope, float rise, float farthest,
    bool *areNear) {
  const Eight startX = LOAD(sketch), startY = LOAD(sketch + 9), startZ = LOAD(sketch + 18);
  const Eight alongX = LOAD(sketch + 1) - startX, alongY = LOAD(sketch + 10) - startY;
  const Eight alongZ = LOAD(sketch + 19) - startZ;
  const Eight fromX = x - startX, fromY = y - startY, fromZ = z - startZ;
  const Eight lengthSquared = alongX * alongX + alongY * alongY + alongZ * alongZ;
  const Eight toFoot = fromX * alongX + fromY * alongY + fromZ * alongZ;
  const Eight zero = 0, one = 1;
  Eight foot = toFoot / lengthSquared;
  foot = GREATEST(foot, zero);
  // Of a segment without length the quotient is not a number, and no comparison holds.
  foot = LEAST(foot, one);
  const Eight awayX = alongX * foot - fromX, awayY = alongY * foot - fromY, awayZ = alongZ * foot - fromZ;
  const Eight squared = awayX * awayX + awayY * awayY + awayZ * awayZ;
  const Four least4 = LEAST(squared.lo, squared.hi);
  const Two least2 = LEAST(least4.lo, least4.hi);
  const float nearest = __builtin_sqrtf(LEAST(least2.x, least2.y));
  float bound = reach;
  *areNear = nearest < farthest;
  if (*areNear) {
    const float own = nearest * slope + rise;
    bound = LEAST(own, bound);
  }
  if (!(bound < 1e18f)) return 0xFF;
  return BITS(squared <= bound * bound);
}

FOR_EACH_PROCESSOR
uint32_t eightWideBoxesHolding(const float *node, float longitude, float latitude) {
  const Eight x = longitude, y = latitude;
  return BITS((LOAD(node) <= x) & (LOAD(node + 8) <= y) & (x <= LOAD(node + 16)) & (y <= LOAD(node + 24)));
}
