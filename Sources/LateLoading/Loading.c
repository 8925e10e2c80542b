#include "Loading.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/// Ends the process with what the loader has to say.
static void *giveUp(void) {
  const char *reason = dlerror();
  fprintf(stderr, "error: a library that is needed cannot be loaded: %s\n", reason ? reason : "no reason given");
  exit(1);
}

void *lateLibrary(const char *name, const char *otherName) {
  void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (!library) library = dlopen(otherName, RTLD_LAZY | RTLD_LOCAL);
  return library ? library : giveUp();
}

void *lateFunction(void *library, const char *name) {
  void *function = dlsym(library, name);
  return function ? function : giveUp();
}
