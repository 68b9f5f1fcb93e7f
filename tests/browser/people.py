"""Those of the demo world who do the work in these tests."""

AINO, TUULI, LEAD = "aino@iom.example", "tuuli@iom.example", "lead@iom.example"
BILAL, ADMIN = "bilal@iom.example", "admin@iom.example"
MARJUT, LARS = "liaison@migri.example", "liaison@migrationsverket.example"
NOOR, MINNA = "noor@iom.example", "finance@iom.example"
SALLA, THORA = "returns.lead@iom.example", "liaison@utl.example"
HEIDI = "partner@jyvaskyla.example"
KERTTU = "partner@joutseno.example"
