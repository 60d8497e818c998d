//! Who held an office on a day: sources as the pack names them.

use jiff::civil::Date;

use crate::knowledge::Rank::{self, Head, HeadOfGovernment as Gov, HeadOfState as State};
use crate::knowledge::test_pack;

const W: &str = "Wikidata";
const F: &str = "CIA World Factbook";
const N: &str = "Newsgloss editors";

#[rustfmt::skip]
const HOLDERS: &[(&str, Rank, &str, &str, &str)] = &[
    ("nation/US", State, "2016-11-09", "Barack Obama", W),
    ("nation/US", State, "2021-01-19", "Donald Trump", W),
    ("nation/US", State, "2021-01-21", "Joe Biden", W),
    ("nation/US", State, "2025-02-24", "Donald Trump", W),
    ("nation/GB", State, "2022-09-07", "Elizabeth II", W),
    ("nation/GB", State, "2022-09-09", "Charles III", W),
    ("nation/GB", Gov, "2016-07-01", "David Cameron", F),
    ("nation/GB", Gov, "2016-07-20", "Theresa May", W),
    ("nation/GB", Gov, "2022-10-01", "Liz Truss", W),
    ("nation/GB", Gov, "2024-07-06", "Keir Starmer", W),
    ("nation/FR", State, "2017-05-10", "François Hollande", W),
    ("nation/FR", State, "2025-02-24", "Emmanuel Macron", W),
    ("nation/FR", Gov, "2024-10-01", "Michel Barnier", W),
    ("nation/FR", Gov, "2025-02-24", "François Bayrou", W),
    ("nation/FR", Gov, "2025-09-20", "Sébastien Lecornu", W),
    ("nation/DE", Gov, "2021-12-01", "Angela Merkel", W),
    ("nation/DE", Gov, "2025-02-24", "Olaf Scholz", W),
    ("nation/DE", Gov, "2025-06-01", "Friedrich Merz", W),
    ("nation/IT", Gov, "2018-03-01", "Paolo Gentiloni", W),
    ("nation/IT", Gov, "2022-10-23", "Giorgia Meloni", W),
    ("nation/ES", Gov, "2019-08-01", "Pedro Sánchez", W),
    ("nation/PL", Gov, "2023-12-14", "Donald Tusk", W),
    ("nation/PL", State, "2025-09-01", "Karol Nawrocki", W),
    ("nation/UA", State, "2019-05-19", "Petro Poroshenko", W),
    ("nation/UA", State, "2025-02-24", "Volodymyr Zelenskyy", W),
    ("nation/UA", Gov, "2025-08-01", "Yulia Svyrydenko", W),
    ("nation/RU", State, "2010-01-01", "Dmitry Medvedev", F),
    ("nation/RU", State, "2022-02-24", "Vladimir Putin", W),
    ("nation/RU", Gov, "2020-01-17", "Mikhail Mishustin", W),
    ("nation/CN", State, "2025-02-24", "Xi Jinping", W),
    ("nation/CN", Gov, "2023-04-01", "Li Qiang", W),
    ("nation/JP", Gov, "2020-09-01", "Shinzo Abe", W),
    ("nation/JP", Gov, "2025-02-24", "Shigeru Ishiba", F),
    ("nation/JP", Gov, "2025-11-01", "Sanae Takaichi", W),
    ("nation/KR", State, "2025-02-24", "Yoon Suk Yeol", W),
    ("nation/KR", State, "2025-06-10", "Lee Jae Myung", W),
    ("nation/IN", Gov, "2015-01-01", "Narendra Modi", W),
    ("nation/PK", Gov, "2023-10-01", "Anwaar ul Haq Kakar", F),
    ("nation/IL", Gov, "2022-08-01", "Yair Lapid", W),
    ("nation/IL", Gov, "2025-02-24", "Benjamin Netanyahu", W),
    ("nation/IR", State, "2024-06-01", "Ali Khamenei", W),
    ("nation/IR", Gov, "2023-01-01", "Ebrahim Raisi", W),
    ("nation/IR", Gov, "2025-02-24", "Masoud Pezeshkian", W),
    ("nation/SY", State, "2024-12-01", "Bashar al-Assad", W),
    ("nation/SY", State, "2025-02-24", "Ahmed al-Sharaa", W),
    ("nation/LB", State, "2025-02-24", "Joseph Aoun", W),
    ("nation/LB", Gov, "2025-02-24", "Nawaf Salam", W),
    ("nation/SA", Gov, "2023-01-01", "Mohammed bin Salman", F),
    ("nation/TR", State, "2025-02-24", "Recep Tayyip Erdoğan", W),
    ("nation/EG", State, "2025-02-24", "Abdel Fattah el-Sisi", W),
    ("nation/CA", Gov, "2025-02-24", "Justin Trudeau", F),
    ("nation/CA", Gov, "2025-04-01", "Mark Carney", W),
    ("nation/MX", State, "2024-11-01", "Claudia Sheinbaum", W),
    ("nation/BR", State, "2022-12-31", "Jair Bolsonaro", W),
    ("nation/BR", State, "2023-01-02", "Luiz Inácio Lula da Silva", W),
    ("nation/AR", State, "2023-12-11", "Javier Milei", W),
    ("nation/BO", State, "2025-12-01", "Rodrigo Paz", W),
    ("nation/AU", Gov, "2022-06-01", "Anthony Albanese", W),
    ("nation/NZ", Gov, "2022-06-01", "Jacinda Ardern", W),
    ("nation/ZA", State, "2018-03-01", "Cyril Ramaphosa", W),
    ("nation/TH", Gov, "2025-02-24", "Paetongtarn Shinawatra", F),
    ("nation/BD", Gov, "2025-02-24", "Muhammad Yunus", W),
    ("nation/IE", Gov, "2025-02-24", "Micheál Martin", W),
    ("nation/AT", Gov, "2025-02-24", "Alexander Schallenberg", W),
    ("nation/BE", Gov, "2025-02-24", "Bart De Wever", W),
    ("nation/NL", Gov, "2023-05-01", "Mark Rutte", F),
    ("nation/CH", State, "2025-02-24", "Karin Keller-Sutter", F),
    ("nation/VA", State, "2025-02-24", "Francis", W),
    ("nation/VA", State, "2025-06-01", "Leo XIV", W),
    ("nation/CZ", Gov, "2026-01-10", "Andrej Babiš", W),
    ("nation/BG", State, "2026-02-01", "Iliana Iotova", W),
    ("nation/CL", State, "2026-03-10", "Gabriel Boric", W),
    ("nation/CL", State, "2026-03-12", "José Antonio Kast", W),
    ("nation/NL", Gov, "2026-03-01", "Rob Jetten", W),
    ("nation/PT", State, "2026-03-08", "Marcelo Rebelo de Sousa", W),
    ("nation/PT", State, "2026-04-01", "António José Seguro", W),
    ("nation/BD", Gov, "2026-03-01", "Tarique Rahman", W),
    ("nation/CR", State, "2026-06-01", "Laura Fernández", W),
    ("nation/GB", Gov, "2026-07-19", "Keir Starmer", W),
    ("nation/GB", Gov, "2026-07-21", "Andy Burnham", W),
    ("nation/HU", Gov, "2026-05-08", "Viktor Orbán", W),
    ("nation/HU", Gov, "2026-05-10", "Péter Magyar", W),
    ("nation/HU", State, "2026-08-01", "Ágnes Forsthoffer", N),
    ("nation/BG", Gov, "2026-06-01", "Rumen Radev", W),
    ("nation/SI", Gov, "2026-07-01", "Janez Janša", W),
    ("nation/LV", Gov, "2026-06-01", "Andris Kulbergs", N),
    ("nation/UA", Gov, "2026-08-01", "Serhii Koretskyi", N),
    ("nation/NO", State, "2026-09-01", "Haakon VIII", N),
    ("nation/IR", State, "2026-02-27", "Ali Khamenei", W),
    ("nation/IR", State, "2026-04-01", "Mojtaba Khamenei", W),
    ("nation/IQ", Gov, "2026-06-01", "Ali al-Zaidi", N),
    ("nation/VN", State, "2026-05-01", "Tô Lâm", W),
    ("nation/PE", State, "2026-03-01", "José María Balcázar", W),
    ("nation/PE", State, "2026-08-01", "Keiko Fujimori", W),
    ("nation/CO", State, "2026-09-01", "Abelardo de la Espriella", N),
    ("nation/NP", Gov, "2026-05-01", "Balendra Shah", N),
    ("nation/MA", Gov, "2026-10-01", "Fatima Ezzahra El Mansouri", N),
    ("organization/federal-reserve", Head, "2026-06-01", "Kevin Warsh", N),
    ("organization/united-nations", Head, "2016-06-01", "Ban Ki-moon", N),
    ("organization/nato", Head, "2024-10-02", "Mark Rutte", N),
    ("organization/european-central-bank", Head, "2019-10-01", "Mario Draghi", N),
    ("organization/federal-reserve", Head, "2017-01-01", "Janet Yellen", N),
];

#[test]
fn holders_by_date() {
    let pack = test_pack();
    for &(of, rank, day, holder, source) in HOLDERS {
        let on: Date = day.parse().expect("a day");
        let of = pack.find(of).unwrap_or_else(|| panic!("no {of}"));
        let holders = pack.holders(of, rank, on);
        let leads = |title: &str| !title.starts_with("UN Under-Secretary");
        let found: Vec<_> = (holders.iter())
            .filter(|(_, office)| leads(&office.title))
            .filter_map(|(id, office)| Some((pack.record(*id)?.name.as_str(), office.source.as_str())))
            .collect();
        assert_eq!(found, [(holder, source)], "on {day}");
    }
}
