"""Bahan pengacau: berkas dasar yang kecil, serta nilai, kunci, baris, dan karakter yang bermusuhan.

Semuanya penggalan YAML, ditulis ke berkas apa adanya.
"""

from __future__ import annotations

from functools import cache

import ryaml

from tests.daerah_uji import AKAR, CONTOH

_TERBESAR = 3000

NILAI = (
    # kosong, saklar, dan sebutannya
    *("", "~", "null", "Null", "true", "True", "yes", "no", "on", "off", "y", "# hanya komentar"),
    # bilangan
    *(
        "0",
        "-1",
        "3",
        "4",
        "99999",
        "1e3",
        "1e308",
        "1e400",
        "-1e400",
        "1e-320",
        "-0",
        "-0.0",
        ".5",
        "5.",
        "+12",
    ),
    *(".inf", "-.inf", ".nan", ".NaN", "9" * 18, "9" * 20, "-" + "9" * 40, "9" * 5000, "0." + "1" * 900),
    *(
        "0x7fffffffffffffff",
        "0xffffffffffffffffff",
        "0o17",
        "0b1",
        "1_000",
        "012",
        "0.10",
        "1.0",
        "3.0",
        "2.9999999",
    ),
    *(
        "1,5",
        '"1,5"',
        "1.000,50",
        "79,69",
        "1 000",
        "'3'",
        '"3"',
        "3 orang",
        "120",
        "6",
        "2023",
        "1899",
        "3000",
    ),
    # tanggal
    *("2023-01-01", "2023-02-30", "2023-13-01", "0000-00-00", "9999-12-31", "10000-01-01", "2023-1-1"),
    *("2023-01-01T00:00:00Z", "01-02-2023", "12:30", "12:30:45", "٢٠٢٣-٠١-٠١"),
    # susunan
    *(
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "[~]",
        "[1, [2, {a: 3}]]",
        "{a: {b: {c: {d: e}}}}",
        "{1: 2}",
        "{true: 1, ~: 2}",
    ),
    *(
        "{2022: 1, 2022.0: 2}",
        "{2022: 1, '2022': 2}",
        "{2022: ~}",
        "{2022: 1,5}",
        "{.nan: 1}",
        "{[a]: b}",
        "{? a}",
    ),
    *("{basis: orang}", "{basis: unit, nilai: -1}", "{nilai: 1e300}", "{basis: 1, nilai: x}", "{nilai: 5}"),
    *("[2021, 2022, 2023]", "[2023, 2023]", "[-1]", "['2023']", "[2023.0]", "[1e400]", "[true, 1]"),
    *("[tatap_muka, media_sosial]", "[tatap_muka, 3]", "[[tatap_muka]]", "tidak_ada", "lintas_unit"),
    *(
        "{parameter: 3}",
        "{fakta: perda}",
        "{parameter: true}",
        "{parameter: 2, fakta: 5, bukti: [{berkas: a.pdf}]}",
    ),
    *("{bukti: [{tautan: x}]}", "{fakta: ~, parameter: ~}", "{parameter: 2, verifikasi: {parameter: 4}}"),
    *(
        "[{berkas: ../../../etc/passwd}]",
        "[{berkas: /etc/passwd}]",
        r"[{berkas: 'C:\a'}]",
        '[{berkas: "a\\0b"}]',
    ),
    *("[{berkas: bukti}]", "[{berkas: .}]", "[{berkas: " + "a/" * 600 + "b}]", "[{tautan: 'http://[::1'}]"),
    # tulisan yang mengendalikan terminal atau menyerupai markup
    *(
        r'"\e[31mmerah\e[0m"',
        r'"\e]0;judul\a"',
        r'"\x9b31m"',
        r'"\u202e"',
        "[red]",
        '"[red]x[/red]"',
        "'[/]'",
    ),
    *(
        r'"\u200b"',
        r'"\N\L\P\_"',
        r'"\0"',
        r'"\b\b"',
        r'"\r\n\t"',
        "'<b>&amp;'",
        "'| a |'",
        "'::error::x'",
        "'%0A'",
    ),
    *(
        r'"\ud800"',
        r'"\ud83d\ude00"',
        r'"\U0010ffff"',
        r'"\U00110000"',
        r'"\uffff"',
        r'"\ufeff"',
        r'"\x"',
        r'"\q"',
    ),
    *("😀", "e\u0301" * 30, "ＡＢＣ", "\u00a0", "\u200b", "नमस्ते", "a" * 300, "'" + "kata " * 200 + "'"),
    # tata tulis
    *("&a b", "*a", "&a [*a]", "!!python/object:os.system x", "! x", "!t", "!!float 1", "<<", "{<<: {a: 1}}"),
    *(
        "|",
        ">-",
        "|9",
        "|+",
        "|-1",
        "'",
        '"',
        "'a''b",
        '"a',
        "@",
        "`",
        "%",
        "? a",
        "- a",
        ": ",
        "a: b",
        "a:b",
    ),
    *(
        ",",
        "]",
        "}",
        "[",
        "{",
        "[a",
        "{a: b",
        "[a, , b]",
        "'a' b",
        "---",
        "...",
        "[http://a.b/?c=d]",
        "{a: b:c}",
    ),
)
KUNCI = (
    *('"nama"', "'indikator'", "Nama", "NAMA", "namaa", "nam", "nama inovasi", "indikator", "waktu", "bukti"),
    *(
        "parameter",
        "fakta",
        "verifikasi",
        "berkas",
        "regulasi",
        "regulasii",
        "kematangan",
        "2023",
        "2023.0",
        "1899",
    ),
    *("<<", "~", "true", "1", "-1", "1.50", ".nan", "0x10", "012", "2023-01-01", "9" * 20, "9" * 400),
    *("? x", "[a]", "{a: b}", r'"\e[31m"', r'"\u202e"', "'[red]'", r'"\ud800"', "*a", "&a nama", "!t nama"),
    *(
        "__class__",
        "model_config",
        "model_fields",
        "indikator.regulasi",
        "a b c",
        "\u00a0nama",
        "😀",
        "k" * 200,
    ),
    *("k" * 1100, '""', "''", "-", "- nama", "\tnama", "#nama", "nama #"),
)
BARIS = (
    *(
        "---",
        "...",
        "%YAML 1.2",
        "%TAG ! x",
        "# komentar",
        "#",
        "",
        " ",
        "\t",
        "- ",
        "-",
        "?",
        "? ",
        ":",
        ": x",
    ),
    *(
        "teks polos tanpa titik dua",
        "a: &x [1]",
        "b: *x",
        "<<: {a: 1}",
        "? a",
        "? [a, b]",
        "? |",
        "{",
        "}",
        "[",
        "]",
    ),
    *(
        "'",
        '"',
        "|",
        ">",
        "nama: A",
        "nama: |",
        "indikator:",
        "  regulasi:",
        "- - - a",
        "- a: b",
        "tujuan: >2",
        "@",
    ),
    *(
        "a: {b: c",
        "a: [b",
        "a: 'b",
        'a: "b',
        "a: b: c",
        "\u0085",
        "\u2028",
        "\ufeff",
        "a:\tb",
        "a :b",
        "<<: *x",
    ),
)
KARAKTER = (
    *(
        ":",
        ": ",
        ",",
        "#",
        " #",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "|",
        ">",
        "-",
        "?",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "\\",
    ),
    *(
        "\t",
        "\r",
        "\n",
        "\0",
        "\x07",
        "\x1b",
        "\x1b[31m",
        "\x7f",
        "\x80",
        "\x85",
        "\x9b",
        "\xa0",
        "\xad",
        "\u200b",
    ),
    *(
        "\u200f",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ue000",
        "\ud800",
        "\udfff",
    ),
    *("\U0001f600", "\U000e0041", "é", "e\u0301", "ß", "ı", "字", "٣", "３", "x" * 80),
)

_TANGGAL = (
    "2018-12-31",
    "2020-06-01",
    "2022-02-28",
    "2023-01-01",
    "2024-02-29",
    "2024-12-31",
    "2025-07-01",
    "2099-01-01",
)
_TEKS = (
    "A",
    "Posyandu  Digital ",
    "nama: 'aneh' # ya",
    "Ünïcode 字",
    "kata " * 350,
    "[red]merah[/red]",
    "true",
    "012",
)
_TINGKAT = (0, 1, 2, 3)
SAH: dict[str, tuple[object, ...]] = {
    "status": ("draf", "terkirim", "diterima", "ditolak"),
    "tahapan": ("inisiatif", "uji_coba", "penerapan"),
    "jenis": ("digital", "non_digital", "teknologi"),
    "urusan": ("kesehatan", "sosial", "keuangan"),
    "penerapan": _TANGGAL,
    "pengembangan": _TANGGAL,
    "uji_coba": _TANGGAL,
    "tanggal": _TANGGAL,
    **dict.fromkeys(
        ("nama", "rancang_bangun", "tujuan", "tentang", "nomor", "tematik", "catatan", "sumber"), _TEKS
    ),
    "pengembangan_dari": ("2022/dinkes/baik", "2024/dinkes/baik", "2023/dinkes/k1", "2099/x/y"),
    "kematangan": (0, 111, 111.01, 1e9, 0.333333333),
    "parameter": _TINGKAT,
    "verifikasi": ({"parameter": 0}, {"parameter": 3, "tanggal": "2024-01-01"}),
    "bukti": ([], [{}], [{"nomor": "1"}], [{"berkas": "bukti/sk.pdf"}, {"tautan": "https://a.b/c"}]),
    "berkas": (
        "bukti/sk.pdf",
        "bukti/kosong.pdf",
        "bukti/teks.pdf",
        "bukti",
        "bukti/tiada.png",
        "../../../x",
        r"a\b",
    ),
    "tautan": (
        "https://a.b/c",
        "http://[::1",
        "x",
        "https://contoh.go.id/" + "a" * 3000,
        "javascript:alert(1)",
    ),
    "fakta": (
        *(
            "perda",
            "perkada",
            "daring",
            "video",
            "skm",
            "lintas_unit",
            "tanpa_penetapan",
            "tidak_ada",
            "terpisah",
            "wtp",
        ),
        *(-1, 0, 1, 2, 4.5, 5, 6, 30, 99.995, 100, 100.01, 10**12, 1e300, 1e-300, 0.1 + 0.2),
        *(
            [],
            [2023],
            [2022, 2023, 2024],
            [2024, 2025, 2026, 2026],
            [1900, 2999],
            ["media"],
            ["media", "media"],
        ),
        *(
            ["tatap_muka", "telepon"],
            ["pemerintah", "akademisi", "bisnis", "komunitas", "media"],
            ["spanduk"],
        ),
        *({2023: 1, 2024: 2}, {2022: 0}, {2025: -1}, {2024: 1.5, 2025: 0}, {2023: 10**15, 2024: 3}, {}),
        *(
            {"basis": "orang", "nilai": 350},
            {"basis": "tren", "nilai": -5},
            {"nilai": 3},
            {"basis": "belanja", "nilai": 1e20},
        ),
    ),
    "total": (0, 56, 63.01, 1e300),
    "maksimum": (63, 0.0001),
    "kode": ("99", "99.71", "11.01"),
    "klaster": ([], ["papua", "papua"], ["tertinggal", "perbatasan"]),
    "perangkat_daerah": ({}, {"dinkes": "Dinas"}, {"a-b-c": "[red]", "dinkes": "x"}),
    "target_inovasi": ({}, {1900: 0}, {2026: 10**9}, {2024: 1, 2999: 5}),
    "skor": (0, 1462, 59.02, 1e300),
    "predikat": ("Inovatif", "[red]", "inovatif"),
    "tahun": (2020, 2023, 2026, 2999),
    # berkas tahun
    "bobot": (1, 0.01, 1e300, 7, None),
    "min": (0, -5, 1e300, 2, None),
    "maks": (0, -5, 1e300, 2, None),
    "nilai": (0, 1, 12, -3, 1e300, 0.38, None),
    "mulai": (
        {"nilai": 50, "kepastian": "pasti"},
        {"nilai": None, "kepastian": "lemah"},
        {"nilai": -1, "kepastian": "kuat"},
    ),
    "sampai": (60, 0, 1e300, "2024-12-31"),
    "kemungkinan": ([], [1, 12], [None, 5], [0], [True, False]),
    "kepastian": ("pasti", "kuat", "lemah"),
    "jendela": ([], ["T-0"], ["T-2", "T-1", "T-0"]),
    "tingkat": (
        {},
        {1: {}},
        {1: {"min": 1, "maks": 5}, 2: {"min": 4}, 3: {"min": 9, "maks": 8}},
        {1: "x", 3: "y"},
        3,
    ),
    "aturan": (
        {"jenis": "tahun", "tingkat": {1: []}},
        {"jenis": "pilihan", "tingkat": {}},
        {"jenis": "basis", "basis": {}},
    ),
    "perubahan": ("persen", "selisih", "penurunan", "nilai"),
    "arah": ("naik", "turun"),
    "bulat": (True, False),
    "banyak": (True, False),
    "wajib": (True, False),
    "aspek": ("sid", "spd"),
    "cara": ("jumlah", "rata_rata"),
    "skala": ("normal", "absolut"),
    "indikator": ([], {}),
    "urusan_wajib": ([], ["kesehatan"], ["kesehatan", "kesehatan"]),
    "rancang_bangun_min_kata": (1, 10**9),
}
"""Nilai berbentuk benar menurut kuncinya, termasuk yang jarang, di ujung rentang, atau mustahil."""
WAJIB = frozenset(
    ("nama", "status", "tahapan", "inisiator", "jenis", "bentuk", "urusan", "penerapan", "kode", "sumber")
)

CATATAN_LENGKAP = """\
nama: Posyandu Digital  # komentar
status: terkirim
tahapan: penerapan
inisiator: opd
nama_inisiator: "Puskesmas \\"Contoh\\" é"
jenis: digital
bentuk: pelayanan_publik
urusan: kesehatan
urusan_lain: [sosial, pendidikan]
tematik: 'Penurunan ''stunting'''
asta_cita: 4
koordinat: {lintang: 0.12, bujur: 117.47}
waktu: {uji_coba: 2021-03-01, penerapan: 2023-08-17, pengembangan: 2024-02-01}
rancang_bangun: |
  Baris satu: dengan titik dua.

    Baris dua # bukan komentar
tujuan: >-
  Melipat
  baris
manfaat: polos
  bersambung
hasil: ""
pengembangan_dari: 2022/dinas-kesehatan/posyandu
indikator:
  regulasi: {parameter: 3, fakta: perkada, bukti: [{tautan: 'https://a.b/c', nomor: 3/2023, tanggal: 2023-01-12}]}
  anggaran: {fakta: [2022, 2023, 2024]}
  bimtek:
    fakta: {2023: 1, 2024: 2}
    bukti:
    - berkas: bukti/sk.pdf
      tentang: Surat
    - berkas: ../bukti/lain.png
  aktor: {fakta: [pemerintah, media]}
  sosialisasi: {fakta: [spanduk]}
  info_layanan: {parameter: 1, fakta: [telepon, surel]}
  pengaduan: {fakta: 87.5}
  kemudahan_proses: {fakta: 3}
  kecepatan: {fakta: 4, verifikasi: {parameter: 1, catatan: kurang, oleh: Tim, tanggal: 2024-07-01}}
  kemanfaatan: {fakta: {basis: orang, nilai: 350}}
  kualitas: {fakta: 5}
  layanan_terintegrasi: {fakta: lintas_unit}
kematangan: 85.5
"""
CATATAN_JSON = """\
{"nama": "A", "status": "diterima", "tahapan": "penerapan", "inisiator": "asn", "jenis": "teknologi",
 "bentuk": "lainnya", "urusan": "sosial", "waktu": {"penerapan": "2022-12-31"},
 "indikator": {"sdm": {"parameter": 2, "fakta": 11}, "replikasi": {"fakta": 2},
  "pelaksana": {"fakta": "sk_kepala_daerah", "bukti": [{"berkas": "bukti/a.pdf"}]}}}
"""
SPD = """\
indikator:
  visi_misi: {parameter: 2}
  opini_bpk: {fakta: wtp}
  mandatory_spending: {fakta: 25.5}
  kemiskinan_progres: {fakta: {2024: 4.50, 2025: 4.14}, bukti: [{tautan: 'https://a.b'}]}
  ipm_capaian: {parameter: 1, fakta: {2025: 74}}
total: 56
maksimum: 63
"""
DAERAH = """\
nama: Kota Contoh
jenis: kota
kode: "99.71"
klaster: [perbatasan]
perangkat_daerah:
  dinas-kesehatan: Dinas Kesehatan
  dinkes: 'Dinas: "K"'
target_inovasi: {2023: 1, 2025: 5}
"""
HASIL_RESMI = """\
hasil:
  - {tahun: 2022, jenis: final, skor: 50.21, predikat: Inovatif, sumber: "https://a.b"}
  - tahun: 2023
    jenis: mandiri
    skor: 63.85
    jumlah_inovasi: 29
    jumlah_opd: 21
    sumber: Berita
    catatan: >
      sebelum verifikasi
"""


def _kecil(pola: str) -> list[bytes]:
    semua = sorted(satu for satu in CONTOH.glob(pola) if satu.stat().st_size < _TERBESAR)
    isi = [satu.read_bytes() for satu in semua if "kota-rusak" not in satu.parts]
    return [satu for satu in isi if isinstance(ryaml.loads(satu.decode("utf-8")), dict)]


@cache
def dasar(jenis: str) -> tuple[bytes, ...]:
    """Berkas dasar sah untuk *jenis*: inovasi, spd, daerah, hasil_resmi, atau metode."""
    match jenis:
        case "inovasi":
            sendiri = (CATATAN_LENGKAP, CATATAN_LENGKAP.replace("\n\n", "\n"), CATATAN_JSON)
            return tuple(satu.encode() for satu in sendiri) * 12 + tuple(_kecil("*/20??/*/*.yaml"))
        case "metode":
            return (
                (CONTOH / "lomba-kecamatan.yaml").read_bytes(),
                _metode_ringkas(2020),
                _metode_ringkas(2026),
            )
        case "spd":
            return (SPD.encode(), *_kecil("*/20??/spd.yaml"))
        case "daerah":
            return (DAERAH.encode(), *_kecil("**/daerah.yaml"))
        case _:
            return (HASIL_RESMI.encode(), *_kecil("**/hasil_resmi.yaml"))


def _metode_ringkas(tahun: int) -> bytes:
    """Berkas tahun dengan satu indikator tiap jenis aturan, tanpa kontrol yang menghitungnya."""
    data = ryaml.loads((AKAR / f"indikator/{tahun}.yaml").read_text(encoding="utf-8"))
    menurut_jenis = {
        (satu["aspek"], (satu.get("aturan") or {}).get("jenis")): satu for satu in data["indikator"]
    }
    panjang = ("dasar_hukum", "spd_nama_saja", "lembar_lain", "maksimum")
    data = {kunci: isi for kunci, isi in data.items() if kunci not in panjang}
    return ryaml.dumps(data | {"kontrol": {}, "indikator": list(menurut_jenis.values())}).encode()
