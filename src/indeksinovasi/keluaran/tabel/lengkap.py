"""Bentuk lengkap: ringkasan, OPD, inovasi, tingkat tiap baris, SPD, dan temuan dalam satu buku kerja."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from indeksinovasi.inti.model.hasil import Hasil, NilaiBaris
from indeksinovasi.inti.model.tabel import LembarTulis, SelTulis
from indeksinovasi.inti.model.temuan import Temuan

_BELUM_BERBUKTI = "tanpa bukti"
_EMPAT = Fraction(1, 10_000)


def lembar_lengkap(hasil: Hasil, temuan: Iterable[Temuan]) -> tuple[LembarTulis, ...]:
    """Semua lembar menurut dasar hasil."""
    return (
        LembarTulis("Ringkasan", ("hal", "nilai"), list(_ringkasan(hasil)), (26, 90), saring=False),
        LembarTulis(
            "OPD",
            ("kode", "nama", "inovasi terhitung", "kematangan rata-rata", "target"),
            list(_opd(hasil)),
            (28, 54, 12, 14, 10),
        ),
        LembarTulis(
            "Inovasi",
            ("id", "nama", "opd", "status", "golongan", "alasan", "urusan", "kematangan"),
            list(_inovasi(hasil)),
            (38, 44, 24, 11, 12, 40, 30, 12),
            beku=2,
        ),
        _indikator(hasil),
        LembarTulis(
            "SPD", ("indikator", "nama", "tingkat", "skor", "celah"), list(_spd(hasil)), (26, 50, 9, 9, 14)
        ),
        LembarTulis(
            "Temuan",
            ("berkas", "baris", "kolom", "kode", "tingkat", "pesan", "petunjuk"),
            [list(satu[:7]) for satu in temuan],
            (44, 8, 8, 9, 12, 70, 60),
        ),
    )


def _ringkasan(hasil: Hasil) -> Iterator[list[SelTulis]]:
    utama = hasil.utama
    rincian = utama.rincian
    yield ["daerah", hasil.daerah.nama]
    yield ["tahun", hasil.tahun]
    yield ["dasar", hasil.dasar]
    yield ["metode", f"{hasil.metode.tahun}, revisi {hasil.metode.revisi} ({hasil.metode.status})"]
    yield ["skor" if hasil.absolut else "indeks", utama.skor]
    yield ["predikat", utama.predikat]
    yield ["SPD", None if hasil.spd.skor is None else hasil.spd.skor[hasil.nomor_dasar]]
    yield ["jumlah kematangan", utama.masukan.jumlah_kematangan]
    yield ["pembagi", rincian.pembagi]
    yield ["skor jumlah inovasi", rincian.skor_jumlah]
    for golongan, banyak in hasil.jumlah.items():
        yield [f"inovasi {golongan}".replace("_", " "), banyak]
    for catatan in hasil.catatan:
        yield [catatan.kode, catatan.pesan]


def _opd(hasil: Hasil) -> Iterator[list[SelTulis]]:
    for satu in hasil.opd:
        yield [satu.kode, satu.nama, satu.jumlah_inovasi, _bulat(satu.rata_rata), satu.target]


def _inovasi(hasil: Hasil) -> Iterator[list[SelTulis]]:
    nomor = hasil.nomor_dasar
    for satu in hasil.inovasi:
        kematangan = satu.kematangan[nomor] if satu.kematangan else None
        isi = (satu.id, satu.nama, satu.opd, satu.status, satu.golongan, satu.alasan, satu.urusan)
        yield [*isi, _bulat(kematangan)]


def _indikator(hasil: Hasil) -> LembarTulis:
    """Baris pertama id dan kode; tingkat sebagai bilangan, dan banyaknya klaim tanpa bukti di ujung."""
    kode = [satu.kode for satu in hasil.metode.aspek("sid")]
    baris: list[list[SelTulis]] = []
    for satu in hasil.inovasi:
        milik: Mapping[str, NilaiBaris] = {b.kode: b for b in satu.baris}
        celah = ", ".join(b.kode for b in satu.baris if b.tingkat.klaim > b.tingkat.berbukti)
        tingkat = [milik[k].tingkat[hasil.nomor_dasar] if k in milik else None for k in kode]
        baris.append([satu.id, *tingkat, celah or None])
    lebar = (38, *(max(10, len(satu) + 2) for satu in kode), 50)
    return LembarTulis("Indikator", ("id", *kode, _BELUM_BERBUKTI), baris, lebar, beku=1, halaman=2)


def _spd(hasil: Hasil) -> Iterator[list[SelTulis]]:
    for satu in hasil.spd.baris:
        celah = _BELUM_BERBUKTI if satu.tingkat.klaim > satu.tingkat.berbukti else None
        nomor = hasil.nomor_dasar
        yield [satu.kode, satu.nama, satu.tingkat[nomor], satu.skor(nomor), celah]


def _bulat(nilai: Fraction | None) -> Fraction | None:
    return None if nilai is None else round(nilai / _EMPAT) * _EMPAT
