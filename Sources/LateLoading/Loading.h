#ifndef LATE_LOADING_LOADING_H
#define LATE_LOADING_LOADING_H

#include <pthread.h>

/// The shared library of one of these names, the first that is there. Where there is none the process ends with a line
/// on standard error, as it would at its start without it.
void *lateLibrary(const char *name, const char *otherName);

/// A function of a library. Where there is none the process ends, as above.
void *lateFunction(void *library, const char *name);

#define LATE_MEMBER(result, name, parameters, arguments) __typeof__(&name) name;
#define LATE_FIND(result, name, parameters, arguments) \
  functions.name = (__typeof__(&name))lateFunction(library, #name);
#define LATE_DEFINE(result, name, parameters, arguments) \
  result name parameters { \
    pthread_once(&loaded, load); \
    return functions.name arguments; \
  }

/// Defines each function of a list so that the first call of any of them loads the library. The compiler holds each
/// definition against the library's own declaration of the function.
#define LATE_LIBRARY(soname, otherName, list) \
  static struct { \
    list(LATE_MEMBER) \
  } functions; \
  static pthread_once_t loaded = PTHREAD_ONCE_INIT; \
  static void load(void) { \
    void *library = lateLibrary(soname, otherName); \
    list(LATE_FIND) \
  } \
  list(LATE_DEFINE)

#endif
