"""From which airport people of a country of stay usually leave: a suggestion, which the planner may change."""

GATEWAYS = {
    "AFG": "KBL", "BDI": "BJM", "CAF": "BGF", "CMR": "NSI", "COD": "FIH", "COG": "BZV", "COL": "BOG", "DJI": "JIB",
    "DZA": "ALG", "EGY": "CAI", "ERI": "ASM", "ETH": "ADD", "IND": "DEL", "IRN": "THR", "IRQ": "EBL", "JOR": "AMM",
    "KEN": "NBO", "LBN": "BEY", "LBY": "TIP", "MRT": "NKC", "MWI": "LLW", "NER": "NIM", "PAK": "ISB", "RWA": "KGL",
    "SDN": "PZU", "SOM": "MGQ", "SSD": "JUB", "SYR": "DAM", "TCD": "NDJ", "THA": "BKK", "TUN": "TUN", "TUR": "IST",
    "TZA": "DAR", "UGA": "EBB", "YEM": "ADE", "ZAF": "JNB", "ZMB": "LUN",
}  # fmt: skip
"""Airports by the country of stay (ISO 3166-1 alpha-3)."""

ARRIVES_AT = {"FI": "HEL", "SE": "ARN", "IS": "KEF"}
"""Where people arrive when the decision does not say."""
