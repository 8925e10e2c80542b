#ifndef LATE_LOADING_H
#define LATE_LOADING_H

// GEOS and PROJ are loaded when the first of their functions is called, not when the program starts: PROJ brings more
// than thirty other libraries with it, which take longer to load than many commands take to run.
//
// This target defines the functions of both that Geospatial calls; a call goes on to the library. A function that is not
// in the lists of GEOS.c and PROJ.c is one that the linker does not find: it wants a line there.

#endif
