//! Names that share words, stand in longer names, or are written in capitals.

use super::check;

#[test]
fn two_names_that_share_their_last_words() {
    check(&[
        ("2024-06-11", "Envoys of [North|nation/KP] and [South Korea|nation/KR] met at the border."),
        (
            "2024-06-11",
            "The [State|organization/united-states-department-of-state] and [Homeland Security Departments|organization/us-department-of-homeland-security] tightened the rules for visas in Washington.",
        ),
        (
            "2024-06-11",
            "Lawyers of the [Justice|organization/us-department-of-justice] and [Treasury|organization/us-department-of-the-treasury] departments briefed the White House.",
        ),
        (
            "2024-06-11",
            "The [House|organization/house-judiciary-committee] and [Senate Judiciary Committees|organization/senate-judiciary-committee] called the attorney general to Washington.",
        ),
        ("2024-06-11", "Ships patrol the [East|place/east-china-sea] and [South China Seas|place/south-china-sea]."),
        ("2024-06-11", "Grain grew dearer in [North|place/north-africa] and [West Africa|place/west-africa]."),
        ("2024-06-11", "Storms crossed [North|place/north-carolina] and [South Carolina|place/south-carolina]."),
    ]);
}

#[test]
fn names_that_share_nothing() {
    check(&[
        ("2024-06-11", "The bank lends in the [Middle East|place/middle-east] and [South Asia|place/south-asia]."),
        ("2024-06-11", "Oil for the [Far East|-] and [Southeast Asia|place/southeast-asia] passes the strait."),
        ("2024-06-11", "Ministers of [Mexico|nation/MX] and [Panama|nation/PA] met in Panama City."),
        ("2024-06-11", "Flights link [Mexico|nation/MX] and Panama City."),
        ("2024-06-11", "She has lived in [Georgia|nation/GE] and [Armenia|nation/AM]; her aunt stayed in Tbilisi."),
    ]);
}

#[test]
fn halves_of_a_nation() {
    check(&[
        (
            "2024-06-11",
            "North Korea fired a missile, South Korea said. The [North|nation/KP] has not spoken to the [South|nation/KR] since May.",
        ),
        ("2024-06-11", "South Africa votes on Wednesday. Polls in the [South|-] open first."),
        ("2024-06-11", "Leeds is a city in the [North|-] of England."),
        ("2024-06-11", "North Korea and South Korea met. Floods hit farms in [northern|-] Kenya."),
    ]);
}

#[test]
fn lines_and_words_of_capitals() {
    check(&[
        ("2024-06-11", "[KYIV|place/kyiv], [Ukraine|nation/UA] (AP) - Drones struck a depot on Monday."),
        (
            "2024-06-11",
            "AN AGREEMENT WITH THE [UNITED STATES OF AMERICA|nation/US]\n\nBoth texts are equally authentic.",
        ),
        ("2024-06-11", "STANDING UP FOR [AMERICA|nation/US]: President Joe Biden signed the order on Monday."),
        ("2024-06-11", "A [SWAT|-] team stormed the house in Ohio, police said."),
        ("2024-06-11", "The sensor, called [TARGET|-], was built in Lyon, its makers said."),
    ]);
}

#[test]
fn longer_names_of_which_a_part_is_known() {
    check(&[
        (
            "2024-06-11",
            "Inspectors of the [U.N.|organization/united-nations] [International Atomic Energy Agency|organization/international-atomic-energy-agency] left Iran.",
        ),
        ("2024-06-11", "Tunisia lost to England at the [Volgograd|place/volgograd] Arena on Monday."),
        ("2024-06-11", "He was held at [Kyiv|place/kyiv] International Airport, Ukraine's border guards said."),
        ("2024-06-11", "A panda was born at the [Berlin|place/berlin] Zoo, its keepers in Germany said."),
        ("2024-06-11", "She was treated at [Lincoln|-] Hospital in the Bronx."),
        ("2024-06-11", "Members of [Egyptian Islamic Jihad|organization/egyptian-islamic-jihad] were tried in Cairo."),
        ("2024-06-11", "A report in the [Odessa|-] American praised the coach from Texas."),
        ("2024-06-11", "Voters in Suva chose the [Fiji Labour Party|-]."),
    ]);
}

#[test]
fn spellings_of_the_same_name() {
    check(&[
        (
            "2008-06-11",
            "Fighters of [al Qaeda|organization/al-qaeda] fled; [al-Qaida|organization/al-qaeda] denied it.",
        ),
        ("2008-06-11", "[Taleban|organization/taliban] rebels attacked a convoy in [Helmand|place/helmand] province."),
        (
            "2008-06-11",
            "[Tamil Tiger|organization/liberation-tigers-of-tamil-eelam] rebels hold the north of Sri Lanka.",
        ),
        ("2023-06-11", "Elections in the [Democratic Republic of Congo|nation/CD] were delayed."),
        ("2023-06-11", "Only the [U.S|nation/US] and the [U.K|nation/GB] voted against it."),
    ]);
}
