"""What is wrong with a file and what to do about it: one sentence per code, in the reader's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decisions.reading.codes import FileCode, RowCode, WarningCode

LAYOUTS = {
    "FI-KIINTIO": _("Finland: quota refugees and family members (FI-KIINTIO)"),
    "FI-PALUU": _("Finland: assisted return (FI-PALUU)"),
    "SE-KVOT": _("Sweden: quota, travel grant and family reunification (SE-KVOT)"),
    "SE-ATER": _("Sweden: re-establishment support (SE-ATER)"),
    "IS-KVOTI": _("Iceland: resettlement and family reunification (IS-KVOTI)"),
    "IS-HEIM": _("Iceland: assisted return grants (IS-HEIM)"),
}

# code: what is wrong, what to do
FILES = {
    FileCode.FILE_TOO_LARGE: (
        _("The file is larger than 25 MB."),
        _("Divide it into smaller files, or leave pictures out."),
    ),
    FileCode.FILE_EMPTY: (_("The file is empty."), _("Save it again and look whether the rows are there.")),
    FileCode.FILE_ENCRYPTED: (
        _("The file is protected by a password."),
        _("Save it without a password. It travels encrypted to us in any case."),
    ),
    FileCode.FILE_TYPE_MISMATCH: (
        _("This is not the kind of file that the template is: %(format)s."),
        _("Choose the right template, or save the file as %(format)s. Renaming a file does not change what it is."),
    ),
    FileCode.FILE_CORRUPT: (
        _("The file is damaged and cannot be opened."),
        _("Open it in the program that made it, save it again and send the new file."),
    ),
    FileCode.FILE_INFLATES: (
        _("The file is far larger inside than it looks."),
        _("Copy the rows into an empty template and send that."),
    ),
    FileCode.FILE_UNSAFE: (
        _("The file holds macros or other instructions that we do not open."),
        _("Save it as a workbook without macros (.xlsx)."),
    ),
    FileCode.FILE_ENCODING: (
        _("The letters of the file cannot be read."),
        _("Save it as CSV in UTF-8 or Windows-1252."),
    ),
    FileCode.FILE_NO_HEADER: (
        _("There is no row with the headings of the template among the first 30 rows."),
        _("Keep the headings of the template above the rows."),
    ),
    FileCode.FILE_SEVERAL_SHEETS: (
        _("Several sheets of the workbook hold a table."),
        _("Leave one table in the file and send the others as files of their own."),
    ),
    FileCode.FILE_DUPLICATE_COLUMN: (
        _("A column is there twice: %(columns)s."),
        _("Leave the one whose values are right."),
    ),
    FileCode.FILE_MISSING_COLUMN: (
        _("A column is missing: %(columns)s."),
        _("Add it with the heading of the template."),
    ),
    FileCode.FILE_NO_ROWS: (_("There is no row below the headings."), _("Send the file with its rows.")),
    FileCode.FILE_TOO_MANY_ROWS: (_("The file has more than 20,000 rows."), _("Divide it into smaller files.")),
}
ROWS = {
    RowCode.CELL_ERROR: (
        _("The cell holds an error or a formula without a result."),
        _("Write the value itself into the cell."),
    ),
    RowCode.MISSING_VALUE: (_("The value is missing."), _("Fill in the cell.")),
    RowCode.BAD_CHARACTERS: (
        _("“%(value)s” holds signs that do not belong here."),
        _("Type the value anew; a name or number does not begin with = + - or @."),
    ),
    RowCode.VALUE_TOO_LONG: (_("The text is too long."), _("Shorten it; the rest may go to the notes.")),
    RowCode.BAD_DATE: (_("“%(value)s” is not a date, or there is no such day."), _("Write the day as %(date_form)s.")),
    RowCode.DOB_OUT_OF_RANGE: (
        _("The birth date %(value)s does not fit the decision."),
        _("It lies after the decision or more than 120 years before. Look at the year."),
    ),
    RowCode.DECISION_IN_FUTURE: (_("The decision is dated %(value)s, in the future."), _("Look at the year.")),
    RowCode.PERMIT_ENDS_BEFORE_DECISION: (
        _("The permit ends on %(value)s, before the decision."),
        _("Look at the year of both dates."),
    ),
    RowCode.DATES_REVERSED: (
        _("The last day, %(value)s, lies before the first."),
        _("Look whether the two dates have changed places."),
    ),
    RowCode.UNKNOWN_COUNTRY: (
        _("“%(value)s” is not a country we know."),
        _("Write its name or its code of two or three letters. One citizenship only."),
    ),
    RowCode.UNKNOWN_MUNICIPALITY: (_("“%(value)s” is not a municipality."), _("Write its official name or code.")),
    RowCode.UNKNOWN_VALUE: (_("“%(value)s” is not in the list of this column."), _("Write for example %(examples)s.")),
    RowCode.BAD_NUMBER: (
        _("“%(value)s” is not a number that fits here."),
        _("Write digits only, such as 2026 or 1500,50."),
    ),
    RowCode.EXTRA_CELLS: (
        _("The row has more cells than there are headings."),
        _("A text probably holds a semicolon: put the text in quotation marks."),
    ),
    RowCode.CONFLICTING_DUPLICATE: (
        _("The same person is in the case twice, with different values."),
        _("Leave the row whose values are right."),
    ),
    RowCode.PRINCIPAL_COUNT: (
        _("The case has %(count)s principal applicants."),
        _("Mark exactly one person of the case as principal applicant."),
    ),
}
WARNINGS = {
    WarningCode.EXTRA_COLUMN: (
        _("The column “%(value)s” is not in the template."),
        _("It is not stored. Nothing to do if that is meant."),
    ),
    WarningCode.FOOTER_IGNORED: (_("A row with a total or a footer was passed over."), _("Nothing to do.")),
    WarningCode.DUPLICATE_ROW: (_("The row repeats an earlier one."), _("The person is stored once.")),
    WarningCode.DOB_1_JANUARY: (
        _("The birth date is 1 January."),
        _("It is stored as it is. If the day is not known, the year alone is better."),
    ),
    WarningCode.FORMULA_LIKE_TEXT: (
        _("A text begins like a formula."),
        _("It is stored as text and never computed."),
    ),
    WarningCode.NON_LATIN_NAME: (
        _("The name is not in Latin letters."),
        _("It is stored. A Latin spelling is needed before a journey can be booked."),
    ),
    WarningCode.HIDDEN_SHEET_IGNORED: (
        _("A hidden sheet holds a table."),
        _("It is not read. Show the sheet, or send it as a file of its own, if it is meant."),
    ),
}
SUGGESTION = _("Did you mean: %(suggest)s?")
BIRTH_YEAR = _("If the day is not known, write the year alone: %(year)s.")
DATE_FORMS = {"dmy": _("dd.mm.yyyy"), "ymd": _("yyyy-mm-dd")}
FORMATS = {"xlsx": _("an Excel workbook (.xlsx)"), "csv": _("CSV with semicolons")}
NAMELESS = _("column %(place)s, without a heading")
MEANINGS = {
    "case_number": _("case number"),
    "person_number": _("person number"),
    "unhcr_case_number": _("UNHCR case number"),
    "unhcr_individual_number": _("UNHCR individual number"),
    "linked_cases": _("linked cases"),
    "category": _("category"),
    "family_name": _("family name"),
    "given_names": _("given names"),
    "single_name": _("one name only"),
    "native_name": _("name in original script"),
    "sex": _("sex"),
    "date_of_birth": _("date of birth"),
    "citizenship": _("citizenship"),
    "relation": _("relation to the principal applicant"),
    "country_of_asylum": _("country of stay"),
    "place_of_stay": _("place of stay"),
    "sponsor": _("sponsor"),
    "class_code": _("classification code"),
    "decision_outcome": _("outcome"),
    "decision_date": _("date of the decision"),
    "permit_kind": _("kind of permit"),
    "permit_valid_from": _("permit valid from"),
    "permit_valid_to": _("permit valid to"),
    "latest_entry_date": _("latest entry"),
    "programme_year": _("programme year"),
    "municipality": _("municipality"),
    "arrival_airport": _("arrival airport"),
    "earliest_arrival_date": _("earliest arrival"),
    "latest_arrival_date": _("latest arrival"),
    "urgency": _("urgency"),
    "travel_needs": _("needs on the journey"),
    "escort_required": _("escort required"),
    "unaccompanied_minor": _("unaccompanied minor"),
    "language": _("language"),
    "phone": _("telephone"),
    "travel_document": _("travel document"),
    "travel_document_number": _("number of the travel document"),
    "travel_document_valid_to": _("travel document valid to"),
    "cost_bearer": _("who pays the journey"),
    "notes": _("notes"),
}
CODES = {
    "outcome": {"positive": _("positive"), "negative": _("negative"), "partial": _("partly positive")},
    "yesno": {"yes": _("yes"), "no": _("no")},
    "urgency": {
        "normal": pgettext_lazy("urgency", "normal"),
        "urgent": pgettext_lazy("urgency", "urgent"),
        "emergency": pgettext_lazy("urgency", "emergency"),
    },
    "category": {
        "quota": _("quota refugee"),
        "quota_family": _("family member of a quota refugee"),
        "family_state_paid": _("family member, paid by the state"),
        "family_self_payer": _("family member, paid by the family"),
        "family_red_cross": _("family member, paid by the Red Cross"),
    },
    "permit_kind": {
        "refugee": _("refugee status"),
        "subsidiary": _("subsidiary protection"),
        "family": _("family ties"),
        "humanitarian": _("humanitarian grounds"),
        "permanent": _("permanent permit"),
        "temporary": _("temporary permit"),
    },
    "travel_document": {
        "passport": _("passport"),
        "aliens_passport": _("alien’s passport"),
        "refugee_travel_document": _("refugee travel document"),
        "emergency_document": _("emergency travel document"),
        "none": _("no document"),
    },
    "cost_bearer": {"authority": _("the authority"), "family": _("the family"), "red_cross": _("the Red Cross")},
}
