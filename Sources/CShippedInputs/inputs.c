/* Written by Scripts/embed: the files of the folder scenarios, in the order of their bytes. */
#include "CShippedInputs.h"

static const uint8_t file_1[] = {
#embed "../../scenarios/carbon-price-300.yaml"
};
static const uint8_t file_2[] = {
#embed "../../scenarios/certificates-scarce.yaml"
};
static const uint8_t file_3[] = {
#embed "../../scenarios/data/china-2024/certificates.csv"
};
static const uint8_t file_4[] = {
#embed "../../scenarios/data/china-2024/datapackage.json"
};
static const uint8_t file_5[] = {
#embed "../../scenarios/data/china-2024/fleet.md"
};
static const uint8_t file_6[] = {
#embed "../../scenarios/data/china-2024/freight.csv"
};
static const uint8_t file_7[] = {
#embed "../../scenarios/data/china-2024/generation.csv"
};
static const uint8_t file_8[] = {
#embed "../../scenarios/data/china-2024/generation_growth.csv"
};
static const uint8_t file_9[] = {
#embed "../../scenarios/data/china-2024/green_supply.csv"
};
static const uint8_t file_10[] = {
#embed "../../scenarios/data/china-2024/grid_emission_factors.csv"
};
static const uint8_t file_11[] = {
#embed "../../scenarios/data/china-2024/hosting.csv"
};
static const uint8_t file_12[] = {
#embed "../../scenarios/data/china-2024/hydro_correlation.csv"
};
static const uint8_t file_13[] = {
#embed "../../scenarios/data/china-2024/hydrology.csv"
};
static const uint8_t file_14[] = {
#embed "../../scenarios/data/china-2024/parameters.csv"
};
static const uint8_t file_15[] = {
#embed "../../scenarios/data/china-2024/power.md"
};
static const uint8_t file_16[] = {
#embed "../../scenarios/data/china-2024/power_prices.csv"
};
static const uint8_t file_17[] = {
#embed "../../scenarios/data/china-2024/provinces.csv"
};
static const uint8_t file_18[] = {
#embed "../../scenarios/data/china-2024/quotas.csv"
};
static const uint8_t file_19[] = {
#embed "../../scenarios/data/china-2024/relocation_costs.csv"
};
static const uint8_t file_20[] = {
#embed "../../scenarios/data/china-2024/reported.csv"
};
static const uint8_t file_21[] = {
#embed "../../scenarios/data/china-2024/seed_checks.csv"
};
static const uint8_t file_22[] = {
#embed "../../scenarios/data/china-2024/seed_facts.csv"
};
static const uint8_t file_23[] = {
#embed "../../scenarios/data/china-2024/smelters.csv"
};
static const uint8_t file_24[] = {
#embed "../../scenarios/data/china-2024/transfers.csv"
};
static const uint8_t file_25[] = {
#embed "../../scenarios/data/china-2024/transfers_history.csv"
};
static const uint8_t file_26[] = {
#embed "../../scenarios/data/china-2024/utilisation.csv"
};
static const uint8_t file_27[] = {
#embed "../../scenarios/dry-everywhere.yaml"
};
static const uint8_t file_28[] = {
#embed "../../scenarios/dry-yunnan-2026.yaml"
};
static const uint8_t file_29[] = {
#embed "../../scenarios/dry-yunnan-staying.yaml"
};
static const uint8_t file_30[] = {
#embed "../../scenarios/dry-yunnan.yaml"
};
static const uint8_t file_31[] = {
#embed "../../scenarios/fast-wind-solar.yaml"
};
static const uint8_t file_32[] = {
#embed "../../scenarios/green-bases-open.yaml"
};
static const uint8_t file_33[] = {
#embed "../../scenarios/green-premium.yaml"
};
static const uint8_t file_34[] = {
#embed "../../scenarios/huolinguole-wind.yaml"
};
static const uint8_t file_35[] = {
#embed "../../scenarios/licence-paid.yaml"
};
static const uint8_t file_36[] = {
#embed "../../scenarios/no-certificates-hard.yaml"
};
static const uint8_t file_37[] = {
#embed "../../scenarios/no-moves.yaml"
};
static const uint8_t file_38[] = {
#embed "../../scenarios/physical-by-2027-repaired.yaml"
};
static const uint8_t file_39[] = {
#embed "../../scenarios/physical-by-2027.yaml"
};
static const uint8_t file_40[] = {
#embed "../../scenarios/physical-power-only.yaml"
};
static const uint8_t file_41[] = {
#embed "../../scenarios/policies-as-issued.yaml"
};
static const uint8_t file_42[] = {
#embed "../../scenarios/qinghai-datong.yaml"
};
static const uint8_t file_43[] = {
#embed "../../scenarios/quotas-2030-trend.yaml"
};
static const uint8_t file_44[] = {
#embed "../../scenarios/sichuan-hydro.yaml"
};
static const uint8_t file_45[] = {
#embed "../../scenarios/strict-rule-scarce.yaml"
};
static const uint8_t file_46[] = {
#embed "../../scenarios/strict-rule.yaml"
};
static const uint8_t file_47[] = {
#embed "../../scenarios/weiqiao-dropped.yaml"
};

static const cshipped_file files[] = {
    {"carbon-price-300.yaml", file_1, sizeof file_1},
    {"certificates-scarce.yaml", file_2, sizeof file_2},
    {"data/china-2024/certificates.csv", file_3, sizeof file_3},
    {"data/china-2024/datapackage.json", file_4, sizeof file_4},
    {"data/china-2024/fleet.md", file_5, sizeof file_5},
    {"data/china-2024/freight.csv", file_6, sizeof file_6},
    {"data/china-2024/generation.csv", file_7, sizeof file_7},
    {"data/china-2024/generation_growth.csv", file_8, sizeof file_8},
    {"data/china-2024/green_supply.csv", file_9, sizeof file_9},
    {"data/china-2024/grid_emission_factors.csv", file_10, sizeof file_10},
    {"data/china-2024/hosting.csv", file_11, sizeof file_11},
    {"data/china-2024/hydro_correlation.csv", file_12, sizeof file_12},
    {"data/china-2024/hydrology.csv", file_13, sizeof file_13},
    {"data/china-2024/parameters.csv", file_14, sizeof file_14},
    {"data/china-2024/power.md", file_15, sizeof file_15},
    {"data/china-2024/power_prices.csv", file_16, sizeof file_16},
    {"data/china-2024/provinces.csv", file_17, sizeof file_17},
    {"data/china-2024/quotas.csv", file_18, sizeof file_18},
    {"data/china-2024/relocation_costs.csv", file_19, sizeof file_19},
    {"data/china-2024/reported.csv", file_20, sizeof file_20},
    {"data/china-2024/seed_checks.csv", file_21, sizeof file_21},
    {"data/china-2024/seed_facts.csv", file_22, sizeof file_22},
    {"data/china-2024/smelters.csv", file_23, sizeof file_23},
    {"data/china-2024/transfers.csv", file_24, sizeof file_24},
    {"data/china-2024/transfers_history.csv", file_25, sizeof file_25},
    {"data/china-2024/utilisation.csv", file_26, sizeof file_26},
    {"dry-everywhere.yaml", file_27, sizeof file_27},
    {"dry-yunnan-2026.yaml", file_28, sizeof file_28},
    {"dry-yunnan-staying.yaml", file_29, sizeof file_29},
    {"dry-yunnan.yaml", file_30, sizeof file_30},
    {"fast-wind-solar.yaml", file_31, sizeof file_31},
    {"green-bases-open.yaml", file_32, sizeof file_32},
    {"green-premium.yaml", file_33, sizeof file_33},
    {"huolinguole-wind.yaml", file_34, sizeof file_34},
    {"licence-paid.yaml", file_35, sizeof file_35},
    {"no-certificates-hard.yaml", file_36, sizeof file_36},
    {"no-moves.yaml", file_37, sizeof file_37},
    {"physical-by-2027-repaired.yaml", file_38, sizeof file_38},
    {"physical-by-2027.yaml", file_39, sizeof file_39},
    {"physical-power-only.yaml", file_40, sizeof file_40},
    {"policies-as-issued.yaml", file_41, sizeof file_41},
    {"qinghai-datong.yaml", file_42, sizeof file_42},
    {"quotas-2030-trend.yaml", file_43, sizeof file_43},
    {"sichuan-hydro.yaml", file_44, sizeof file_44},
    {"strict-rule-scarce.yaml", file_45, sizeof file_45},
    {"strict-rule.yaml", file_46, sizeof file_46},
    {"weiqiao-dropped.yaml", file_47, sizeof file_47},
};

const cshipped_file *cshipped_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
