"""Aturan yang menjadikan fakta sebuah indikator tingkat 1 sampai 3; kosakatanya tertutup."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from indeksinovasi.inti.model.dasar import Daftar, Model, Pecahan, Teks, Tingkat
from indeksinovasi.inti.model.uraian import Uraian

TahunRelatif = Literal["T-2", "T-1", "T-0"]
_TERHADAP: dict[TahunRelatif, int] = {"T-2": 2, "T-1": 1, "T-0": 0}


def tahun_mutlak(relatif: TahunRelatif, tahun: int) -> int:
    """Tahun yang dimaksud *relatif* bila T-0 adalah *tahun*."""
    return tahun - _TERHADAP[relatif]


TingkatPositif = Literal[1, 2, 3]
TINGKAT_POSITIF: tuple[TingkatPositif, ...] = get_args(TingkatPositif)
URAIAN_SUMBER = Uraian("Sumber", "Kunci pada daftar `sumber` di atas.")
_JENIS = Uraian("Jenis aturan", "Cara fakta menjadi tingkat.")
_SATUAN = Uraian("Satuan", "Satuan bilangan, misalnya orang atau hari.")
_TANGGA = Uraian(
    "Rentang tiap tingkat",
    "Tingkat 1 sampai 3; kedua ujung rentang termasuk, ujung yang tidak ditulis terbuka.",
    potongan={
        "1": {"min": "${1:1}", "maks": "${2:10}"},
        "2": {"min": "${3:11}", "maks": "${4:30}"},
        "3": {"min": "${5:31}"},
    },
)


class Rentang(Model):
    """Rentang tertutup; ujung yang ``None`` terbuka. Dibandingkan dengan fakta yang dibulatkan ke dua
    desimal.
    """

    min: Annotated[
        Pecahan | None, Uraian("Paling kecil", "Termasuk; tidak ditulis bila terbuka. Pakai titik desimal.")
    ] = None
    maks: Annotated[
        Pecahan | None, Uraian("Paling besar", "Termasuk; tidak ditulis bila terbuka. Pakai titik desimal.")
    ] = None

    def memuat(self, nilai: Pecahan) -> bool:
        """Benar bila min ≤ nilai ≤ maks."""
        return (self.min is None or nilai >= self.min) and (self.maks is None or nilai <= self.maks)


Tangga = dict[TingkatPositif, Rentang]


class AturanRentang(Model):
    """Bilangan menjadi tingkat. ``arah: naik`` bila makin besar makin baik.

    ``mungkin`` membatasi fakta yang masuk akal (6 dari 5 unsur mustahil). ``pilihan`` memuat kata yang
    boleh menggantikan bilangan. ``perubahan`` menyatakan cara memperoleh bilangan dari nilai per tahun
    {T-2, T-1}: ``persen`` (T-1 terhadap T-2), ``selisih`` (T-1 - T-2), ``penurunan`` (T-2 - T-1), atau
    ``nilai`` (T-1 saja).
    """

    jenis: Annotated[Literal["rentang"], _JENIS]
    satuan: Annotated[Teks, _SATUAN]
    bulat: Annotated[bool, Uraian("Bilangan bulat", "`true` untuk yang dicacah: orang, kali, unsur.")] = False
    arah: Annotated[Literal["naik", "turun"], Uraian("Arah", "Makin besar atau makin kecil makin baik.")]
    tingkat: Annotated[Tangga, _TANGGA]
    mungkin: Annotated[
        Rentang, Uraian("Yang mungkin", "Fakta di luar rentang ini mustahil dan bernilai 0.")
    ] = Field(default_factory=Rentang)
    pilihan: Annotated[
        dict[str, Tingkat],
        Uraian("Kata pengganti", "Kata yang boleh menggantikan bilangan, dengan tingkatnya."),
    ] = {}
    perubahan: Annotated[
        Literal["persen", "selisih", "penurunan", "nilai"] | None,
        Uraian("Perubahan", "Cara memperoleh bilangan dari nilai per tahun."),
    ] = None


def _sebagai_daftar(nilai: object) -> object:
    return (nilai,) if isinstance(nilai, int) else nilai


class AturanPilihan(Model):
    """Pilihan menjadi tingkat; dua tingkat berarti pedoman tidak memutuskan: yang rendah dihitung, keduanya
    kandidat.

    ``banyak``: fakta berupa daftar, yang terbaik dihitung; anggota yang tidak disebut bernilai 0.
    """

    jenis: Annotated[Literal["pilihan"], _JENIS]
    tingkat: Annotated[
        dict[str, Annotated[Daftar[Tingkat], BeforeValidator(_sebagai_daftar)]],
        Uraian(
            "Tingkat tiap pilihan",
            "Satu tingkat, atau daftar dua tingkat bila pedoman tidak memutuskan (yang rendah dihitung).",
        ),
    ]
    banyak: Annotated[bool, Uraian("Boleh banyak", "`true` bila faktanya daftar; yang terbaik dihitung.")] = (
        False
    )


class AturanJumlah(Model):
    """Banyaknya anggota berbeda dalam daftar menjadi tingkat; ``kelompok`` menghitung kelompok yang
    terwakili.
    """

    jenis: Annotated[Literal["jumlah"], _JENIS]
    satuan: Annotated[Teks, _SATUAN]
    tingkat: Annotated[Tangga, _TANGGA]
    kelompok: Annotated[
        dict[str, Daftar[str]],
        Uraian("Kelompok", "Anggota yang dihitung sebagai satu; tanpa ini tiap anggota berbeda dihitung."),
    ] = {}


class AturanTahun(Model):
    """Daftar tahun menjadi tingkat: terpenuhi bila memuat semua tahun dari salah satu himpunan."""

    jenis: Annotated[Literal["tahun"], _JENIS]
    tingkat: Annotated[
        dict[TingkatPositif, Daftar[Daftar[TahunRelatif]]],
        Uraian("Himpunan tahun tiap tingkat", "Terpenuhi bila fakta memuat semua tahun salah satu himpunan."),
    ]


class AturanKali(Model):
    """Banyaknya kali dalam jendela tahun menjadi tingkat."""

    jenis: Annotated[Literal["kali"], _JENIS]
    jendela: Annotated[Daftar[TahunRelatif], Uraian("Jendela", "Tahun yang kalinya dijumlahkan.")]
    tingkat: Annotated[Tangga, _TANGGA]


class AturanBasis(Model):
    """Tepat satu basis ukur dipilih; tiap basis punya rentang sendiri."""

    jenis: Annotated[Literal["basis"], _JENIS]
    basis: Annotated[
        dict[str, AturanRentang], Uraian("Basis ukur", "Rentang tiap basis, misalnya orang, unit, belanja.")
    ]


Aturan = Annotated[
    AturanRentang | AturanPilihan | AturanJumlah | AturanTahun | AturanKali | AturanBasis,
    Field(discriminator="jenis"),
]


class AturanLain(Model):
    """Lembar lain yang juga terbit untuk baris yang sama: yang rendah dihitung, keduanya kandidat."""

    keterangan: Annotated[Teks, Uraian("Keterangan", "Lembar yang mana.")]
    sumber: Annotated[Daftar[str], URAIAN_SUMBER]
    aturan: Annotated[Aturan, Uraian("Aturan", "Aturan menurut lembar itu.")]
