#define GEOS_USE_ONLY_R_API 1
#include "Loading.h"
#include <geos_c.h>

// Result, name, parameters and arguments of each function that Geospatial calls.
#define FUNCTIONS(F) \
  F(int, GEOSArea_r, (GEOSContextHandle_t a, const GEOSGeometry *b, double *c), (a, b, c)) \
  F(GEOSGeometry *, GEOSBuffer_r, (GEOSContextHandle_t a, const GEOSGeometry *b, double c, int d), (a, b, c, d)) \
  F(GEOSGeometry *, GEOSConcaveHull_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, double c, unsigned int d), (a, b, c, d)) \
  F(GEOSMessageHandler_r, GEOSContext_setErrorMessageHandler_r, \
    (GEOSContextHandle_t a, GEOSMessageHandler_r b, void *c), (a, b, c)) \
  F(GEOSMessageHandler_r, GEOSContext_setNoticeMessageHandler_r, \
    (GEOSContextHandle_t a, GEOSMessageHandler_r b, void *c), (a, b, c)) \
  F(GEOSGeometry *, GEOSConvexHull_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(GEOSCoordSequence *, GEOSCoordSeq_copyFromBuffer_r, \
    (GEOSContextHandle_t a, const double *b, unsigned int c, int d, int e), (a, b, c, d, e)) \
  F(int, GEOSCoordSeq_copyToBuffer_r, \
    (GEOSContextHandle_t a, const GEOSCoordSequence *b, double *c, int d, int e), (a, b, c, d, e)) \
  F(GEOSCoordSequence *, GEOSCoordSeq_create_r, (GEOSContextHandle_t a, unsigned int b, unsigned int c), (a, b, c)) \
  F(int, GEOSCoordSeq_getSize_r, (GEOSContextHandle_t a, const GEOSCoordSequence *b, unsigned int *c), (a, b, c)) \
  F(GEOSGeometry *, GEOSDelaunayTriangulation_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, double c, int d), (a, b, c, d)) \
  F(GEOSGeometry *, GEOSDifference_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(int, GEOSDistance_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c, double *d), (a, b, c, d)) \
  F(char, GEOSEquals_r, (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(void, GEOSFree_r, (GEOSContextHandle_t a, void *b), (a, b)) \
  F(int, GEOSGeomTypeId_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(GEOSGeometry *, GEOSGeom_clone_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(GEOSGeometry *, GEOSGeom_createCollection_r, \
    (GEOSContextHandle_t a, int b, GEOSGeometry **c, unsigned int d), (a, b, c, d)) \
  F(GEOSGeometry *, GEOSGeom_createLineString_r, (GEOSContextHandle_t a, GEOSCoordSequence *b), (a, b)) \
  F(GEOSGeometry *, GEOSGeom_createLinearRing_r, (GEOSContextHandle_t a, GEOSCoordSequence *b), (a, b)) \
  F(GEOSGeometry *, GEOSGeom_createPointFromXY_r, (GEOSContextHandle_t a, double b, double c), (a, b, c)) \
  F(GEOSGeometry *, GEOSGeom_createPolygon_r, \
    (GEOSContextHandle_t a, GEOSGeometry *b, GEOSGeometry **c, unsigned int d), (a, b, c, d)) \
  F(void, GEOSGeom_destroy_r, (GEOSContextHandle_t a, GEOSGeometry *b), (a, b)) \
  F(const GEOSCoordSequence *, GEOSGeom_getCoordSeq_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(GEOSGeometry *, GEOSGeom_setPrecision_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, double c, int d), (a, b, c, d)) \
  F(GEOSGeometry *, GEOSGetCentroid_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(const GEOSGeometry *, GEOSGetExteriorRing_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(const GEOSGeometry *, GEOSGetGeometryN_r, (GEOSContextHandle_t a, const GEOSGeometry *b, int c), (a, b, c)) \
  F(const GEOSGeometry *, GEOSGetInteriorRingN_r, (GEOSContextHandle_t a, const GEOSGeometry *b, int c), (a, b, c)) \
  F(int, GEOSGetNumGeometries_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(int, GEOSGetNumInteriorRings_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(GEOSGeometry *, GEOSIntersection_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(GEOSMakeValidParams *, GEOSMakeValidParams_create_r, (GEOSContextHandle_t a), (a)) \
  F(void, GEOSMakeValidParams_destroy_r, (GEOSContextHandle_t a, GEOSMakeValidParams *b), (a, b)) \
  F(int, GEOSMakeValidParams_setMethod_r, \
    (GEOSContextHandle_t a, GEOSMakeValidParams *b, enum GEOSMakeValidMethods c), (a, b, c)) \
  F(GEOSGeometry *, GEOSMakeValidWithParams_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSMakeValidParams *c), (a, b, c)) \
  F(GEOSGeometry *, GEOSPointOnSurface_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(const GEOSPreparedGeometry *, GEOSPrepare_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(char, GEOSPreparedContains_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(char, GEOSPreparedCovers_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(char, GEOSPreparedCrosses_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(void, GEOSPreparedGeom_destroy_r, (GEOSContextHandle_t a, const GEOSPreparedGeometry *b), (a, b)) \
  F(char, GEOSPreparedIntersects_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(char, GEOSPreparedOverlaps_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(char, GEOSPreparedTouches_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(char, GEOSPreparedWithin_r, \
    (GEOSContextHandle_t a, const GEOSPreparedGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(GEOSGeometry *, GEOSSimplify_r, (GEOSContextHandle_t a, const GEOSGeometry *b, double c), (a, b, c)) \
  F(GEOSGeometry *, GEOSTopologyPreserveSimplify_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, double c), (a, b, c)) \
  F(GEOSGeometry *, GEOSUnaryUnionPrec_r, (GEOSContextHandle_t a, const GEOSGeometry *b, double c), (a, b, c)) \
  F(GEOSGeometry *, GEOSUnaryUnion_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(GEOSGeometry *, GEOSUnion_r, (GEOSContextHandle_t a, const GEOSGeometry *b, const GEOSGeometry *c), (a, b, c)) \
  F(GEOSWKBReader *, GEOSWKBReader_create_r, (GEOSContextHandle_t a), (a)) \
  F(void, GEOSWKBReader_destroy_r, (GEOSContextHandle_t a, GEOSWKBReader *b), (a, b)) \
  F(GEOSGeometry *, GEOSWKBReader_readHEX_r, \
    (GEOSContextHandle_t a, GEOSWKBReader *b, const unsigned char *c, size_t d), (a, b, c, d)) \
  F(GEOSGeometry *, GEOSWKBReader_read_r, \
    (GEOSContextHandle_t a, GEOSWKBReader *b, const unsigned char *c, size_t d), (a, b, c, d)) \
  F(GEOSWKBWriter *, GEOSWKBWriter_create_r, (GEOSContextHandle_t a), (a)) \
  F(void, GEOSWKBWriter_destroy_r, (GEOSContextHandle_t a, GEOSWKBWriter *b), (a, b)) \
  F(void, GEOSWKBWriter_setByteOrder_r, (GEOSContextHandle_t a, GEOSWKBWriter *b, int c), (a, b, c)) \
  F(void, GEOSWKBWriter_setOutputDimension_r, (GEOSContextHandle_t a, GEOSWKBWriter *b, int c), (a, b, c)) \
  F(unsigned char *, GEOSWKBWriter_write_r, \
    (GEOSContextHandle_t a, GEOSWKBWriter *b, const GEOSGeometry *c, size_t *d), (a, b, c, d)) \
  F(GEOSWKTReader *, GEOSWKTReader_create_r, (GEOSContextHandle_t a), (a)) \
  F(void, GEOSWKTReader_destroy_r, (GEOSContextHandle_t a, GEOSWKTReader *b), (a, b)) \
  F(GEOSGeometry *, GEOSWKTReader_read_r, (GEOSContextHandle_t a, GEOSWKTReader *b, const char *c), (a, b, c)) \
  F(GEOSWKTWriter *, GEOSWKTWriter_create_r, (GEOSContextHandle_t a), (a)) \
  F(void, GEOSWKTWriter_destroy_r, (GEOSContextHandle_t a, GEOSWKTWriter *b), (a, b)) \
  F(void, GEOSWKTWriter_setOutputDimension_r, (GEOSContextHandle_t a, GEOSWKTWriter *b, int c), (a, b, c)) \
  F(void, GEOSWKTWriter_setRoundingPrecision_r, (GEOSContextHandle_t a, GEOSWKTWriter *b, int c), (a, b, c)) \
  F(void, GEOSWKTWriter_setTrim_r, (GEOSContextHandle_t a, GEOSWKTWriter *b, char c), (a, b, c)) \
  F(char *, GEOSWKTWriter_write_r, (GEOSContextHandle_t a, GEOSWKTWriter *b, const GEOSGeometry *c), (a, b, c)) \
  F(void, GEOS_finish_r, (GEOSContextHandle_t a), (a)) \
  F(GEOSContextHandle_t, GEOS_init_r, (void), ()) \
  F(char, GEOSisEmpty_r, (GEOSContextHandle_t a, const GEOSGeometry *b), (a, b)) \
  F(char, GEOSisValidDetail_r, \
    (GEOSContextHandle_t a, const GEOSGeometry *b, int c, char **d, GEOSGeometry **e), (a, b, c, d, e))

LATE_LIBRARY("libgeos_c.so.1", "libgeos_c.so", FUNCTIONS)
