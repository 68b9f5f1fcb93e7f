"""The airport by which people usually leave a country or come home to it: a suggestion, which the planner changes."""

GATEWAYS = {
    "AFG": "KBL", "ALB": "TIA", "BDI": "BJM", "BGD": "DAC", "CAF": "BGF", "CMR": "NSI", "COD": "FIH", "COG": "BZV",
    "COL": "BOG", "DJI": "JIB", "DZA": "ALG", "EGY": "CAI", "ERI": "ASM", "ETH": "ADD", "FIN": "HEL", "GEO": "TBS",
    "GHA": "ACC", "GMB": "BJL", "IND": "DEL", "IRN": "THR", "IRQ": "EBL", "ISL": "KEF", "JOR": "AMM", "KEN": "NBO",
    "LBN": "BEY", "LBY": "TIP", "LKA": "CMB", "MAR": "CMN", "MRT": "NKC", "MWI": "LLW", "NER": "NIM", "NGA": "LOS",
    "NPL": "KTM", "PAK": "ISB", "RWA": "KGL", "SDN": "PZU", "SEN": "DSS", "SOM": "MGQ", "SRB": "BEG", "SSD": "JUB",
    "SWE": "ARN", "SYR": "DAM", "TCD": "NDJ", "THA": "BKK", "TUN": "TUN", "TUR": "IST", "TZA": "DAR", "UGA": "EBB",
    "VEN": "CCS", "VNM": "HAN", "YEM": "ADE", "ZAF": "JNB", "ZMB": "LUN",
}  # fmt: skip
"""Airports by country (ISO 3166-1 alpha-3)."""

ARRIVES_AT = {"FI": "HEL", "SE": "ARN", "IS": "KEF"}
"""Where people arrive when the decision does not say."""
