#include "Loading.h"
#include <geodesic.h>
#include <proj.h>

// PROJ's soname goes by its major version.
#if PROJ_VERSION_MAJOR == 9
#define SONAME "libproj.so.25"
#elif PROJ_VERSION_MAJOR == 8
#define SONAME "libproj.so.22"
#elif PROJ_VERSION_MAJOR == 7
#define SONAME "libproj.so.19"
#else
#define SONAME "libproj.so"
#endif

// Result, name, parameters and arguments of each function that Geospatial calls.
#define FUNCTIONS(F) \
  F(void, geod_direct, \
    (const struct geod_geodesic *a, double b, double c, double d, double e, double *f, double *g, double *h), \
    (a, b, c, d, e, f, g, h)) \
  F(void, geod_init, (struct geod_geodesic *a, double b, double c), (a, b, c)) \
  F(void, geod_inverse, \
    (const struct geod_geodesic *a, double b, double c, double d, double e, double *f, double *g, double *h), \
    (a, b, c, d, e, f, g, h)) \
  F(void, geod_lineinit, \
    (struct geod_geodesicline *a, const struct geod_geodesic *b, double c, double d, double e, unsigned f), \
    (a, b, c, d, e, f)) \
  F(void, geod_polygon_addpoint, \
    (const struct geod_geodesic *a, struct geod_polygon *b, double c, double d), (a, b, c, d)) \
  F(unsigned, geod_polygon_compute, \
    (const struct geod_geodesic *a, const struct geod_polygon *b, int c, int d, double *e, double *f), \
    (a, b, c, d, e, f)) \
  F(void, geod_polygon_init, (struct geod_polygon *a, int b), (a, b)) \
  F(void, geod_position, \
    (const struct geod_geodesicline *a, double b, double *c, double *d, double *e), (a, b, c, d, e)) \
  F(PJ_CONTEXT *, proj_context_create, (void), ()) \
  F(PJ_CONTEXT *, proj_context_destroy, (PJ_CONTEXT *a), (a)) \
  F(int, proj_context_errno, (PJ_CONTEXT *a), (a)) \
  F(const char *, proj_context_errno_string, (PJ_CONTEXT *a, int b), (a, b)) \
  F(int, proj_context_set_enable_network, (PJ_CONTEXT *a, int b), (a, b)) \
  F(void, proj_context_use_proj4_init_rules, (PJ_CONTEXT *a, int b), (a, b)) \
  F(PJ_COORD, proj_coord, (double a, double b, double c, double d), (a, b, c, d)) \
  F(double, proj_coordoperation_get_accuracy, (PJ_CONTEXT *a, const PJ *b), (a, b)) \
  F(int, proj_coordoperation_has_ballpark_transformation, (PJ_CONTEXT *a, const PJ *b), (a, b)) \
  F(PJ *, proj_create, (PJ_CONTEXT *a, const char *b), (a, b)) \
  F(PJ_OPERATION_FACTORY_CONTEXT *, proj_create_operation_factory_context, (PJ_CONTEXT *a, const char *b), (a, b)) \
  F(PJ_OBJ_LIST *, proj_create_operations, \
    (PJ_CONTEXT *a, const PJ *b, const PJ *c, const PJ_OPERATION_FACTORY_CONTEXT *d), (a, b, c, d)) \
  F(PJ *, proj_crs_get_sub_crs, (PJ_CONTEXT *a, const PJ *b, int c), (a, b, c)) \
  F(PJ *, proj_destroy, (PJ *a), (a)) \
  F(int, proj_errno, (const PJ *a), (a)) \
  F(int, proj_errno_reset, (const PJ *a), (a)) \
  F(int, proj_get_area_of_use, \
    (PJ_CONTEXT *a, const PJ *b, double *c, double *d, double *e, double *f, const char **g), (a, b, c, d, e, f, g)) \
  F(const char *, proj_get_id_auth_name, (const PJ *a, int b), (a, b)) \
  F(const char *, proj_get_id_code, (const PJ *a, int b), (a, b)) \
  F(const char *, proj_get_name, (const PJ *a), (a)) \
  F(PJ *, proj_get_source_crs, (PJ_CONTEXT *a, const PJ *b), (a, b)) \
  F(PJ_TYPE, proj_get_type, (const PJ *a), (a)) \
  F(PJ_OBJ_LIST *, proj_identify, \
    (PJ_CONTEXT *a, const PJ *b, const char *c, const char *const *d, int **e), (a, b, c, d, e)) \
  F(void, proj_int_list_destroy, (int *a), (a)) \
  F(int, proj_is_crs, (const PJ *a), (a)) \
  F(void, proj_list_destroy, (PJ_OBJ_LIST *a), (a)) \
  F(PJ *, proj_list_get, (PJ_CONTEXT *a, const PJ_OBJ_LIST *b, int c), (a, b, c)) \
  F(int, proj_list_get_count, (const PJ_OBJ_LIST *a), (a)) \
  F(void, proj_log_func, (PJ_CONTEXT *a, void *b, PJ_LOG_FUNCTION c), (a, b, c)) \
  F(PJ_LOG_LEVEL, proj_log_level, (PJ_CONTEXT *a, PJ_LOG_LEVEL b), (a, b)) \
  F(PJ *, proj_normalize_for_visualization, (PJ_CONTEXT *a, const PJ *b), (a, b)) \
  F(void, proj_operation_factory_context_destroy, (PJ_OPERATION_FACTORY_CONTEXT *a), (a)) \
  F(void, proj_operation_factory_context_set_allow_ballpark_transformations, \
    (PJ_CONTEXT *a, PJ_OPERATION_FACTORY_CONTEXT *b, int c), (a, b, c)) \
  F(void, proj_operation_factory_context_set_area_of_interest, \
    (PJ_CONTEXT *a, PJ_OPERATION_FACTORY_CONTEXT *b, double c, double d, double e, double f), (a, b, c, d, e, f)) \
  F(void, proj_operation_factory_context_set_crs_extent_use, \
    (PJ_CONTEXT *a, PJ_OPERATION_FACTORY_CONTEXT *b, PROJ_CRS_EXTENT_USE c), (a, b, c)) \
  F(void, proj_operation_factory_context_set_grid_availability_use, \
    (PJ_CONTEXT *a, PJ_OPERATION_FACTORY_CONTEXT *b, PROJ_GRID_AVAILABILITY_USE c), (a, b, c)) \
  F(void, proj_operation_factory_context_set_spatial_criterion, \
    (PJ_CONTEXT *a, PJ_OPERATION_FACTORY_CONTEXT *b, PROJ_SPATIAL_CRITERION c), (a, b, c)) \
  F(PJ_COORD, proj_trans, (PJ *a, PJ_DIRECTION b, PJ_COORD c), (a, b, c)) \
  F(size_t, proj_trans_generic, \
    (PJ *a, PJ_DIRECTION b, double *c, size_t d, size_t e, double *f, size_t g, size_t h, double *i, size_t j, \
     size_t k, double *l, size_t m, size_t n), (a, b, c, d, e, f, g, h, i, j, k, l, m, n))

LATE_LIBRARY(SONAME, "libproj.so", FUNCTIONS)
