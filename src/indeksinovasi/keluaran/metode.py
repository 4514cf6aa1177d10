"""``indeks metode daftar`` dan ``tunjuk`` sebagai dokumen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from indeksinovasi.inti.metode.bagian import MetodeRusakTerdaftar, RingkasMetode, ringkas_metode
from indeksinovasi.inti.metode.beda import (
    NAMA_ASPEK,
    TIDAK_DITEMUKAN,
    teks_batas,
    teks_konstanta,
)
from indeksinovasi.inti.model.angka import NOL, angka_id
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.ketentuan import Agregasi, Diperoleh, Ketentuan, Konstanta, Saklar
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    BarisTabel,
    Blok,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Potong,
    RincianLabel,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)

_KETERANGAN_DAFTAR = (
    "SPD dan SID: banyak baris tabel (0 = tidak ditemukan). Pasti, kuat, lemah: kepastian barisnya. "
    "Asumsi: ketetapan rumus, skor tertinggi, dan predikat yang lemah."
)


def dokumen_daftar(semua: Iterable[RingkasMetode | MetodeRusakTerdaftar]) -> Dokumen:
    """Tabel semua berkas tahun: status, skala, revisi, banyak indikator, dan kepastiannya."""
    daftar = list(semua)
    kolom = (
        Kolom("Tahun", "nama"),
        Kolom("status"),
        Kolom("skala"),
        *(Kolom(nama, "angka") for nama in ("revisi", "SPD", "SID", "pasti", "kuat", "lemah", "asumsi")),
    )
    sehat = [satu for satu in daftar if isinstance(satu, RingkasMetode)]
    rusak = [satu for satu in daftar if isinstance(satu, MetodeRusakTerdaftar)]
    blok: list[Blok] = [
        Tabel(kolom, tuple(map(_baris_daftar, sehat))),
        satu_alinea(Potong(_KETERANGAN_DAFTAR, "redup"), rapat=True),
    ]
    if rusak:
        isi = ((kalimat(str(satu.tahun)), (_sebab(satu),)) for satu in rusak)
        blok.append(RincianLabel(tuple(isi)))
    if sehat:
        lanjut = DaftarPerintah(((f"indeks metode tunjuk {sehat[-1].tahun}", "semua yang diukur tahun itu"),))
        blok += [Judul(kalimat("Lanjut")), lanjut]
    return tuple(blok)


def _sebab(satu: MetodeRusakTerdaftar) -> Kalimat:
    return (Potong("tidak dapat dipakai: ", "galat"), Potong(satu.sebab))


def _baris_daftar(satu: RingkasMetode) -> BarisTabel:
    angka = (satu.revisi, satu.spd, satu.sid, *satu.kepastian.values(), satu.asumsi)
    return BarisTabel(sel(str(satu.tahun), satu.status, satu.skala, *map(str, angka)))


def dokumen_tunjuk(metode: Metode, sidik: str, lanjut: tuple[str, str] | None = None) -> Dokumen:
    """Semua yang diukur satu tahun: rumus, predikat, kelayakan, indikator beserta tingkatnya, dan sumber."""
    return tuple(_tunjuk(metode, sidik, lanjut))


def _tunjuk(metode: Metode, sidik: str, lanjut: tuple[str, str] | None) -> Iterator[Blok]:
    yield from _kepala(metode, sidik)
    yield Judul(kalimat("Rumus"))
    yield satu_alinea(rumus_kalimat(metode), inden=2)
    for judul, isi in ketetapan_menurut_asal(metode):
        yield Judul(kalimat(judul))
        yield _pasangan(isi)
    if metode.predikat:
        yield Judul(kalimat("Predikat"))
        yield _pasangan((satu.nama, teks_batas(satu)) for satu in metode.predikat)
    yield Judul(kalimat("Kelayakan"))
    yield _pasangan(kelayakan(metode))
    yield from _butir("", metode.kelayakan.catatan)
    yield from _butir("Urusan wajib", [URUSAN.get(satu, satu) for satu in metode.urusan_wajib])
    for aspek in NAMA_ASPEK:
        if metode.aspek(aspek):
            yield Judul(kalimat(judul_aspek(metode, aspek)))
            yield RincianLabel(tuple(map(_indikator, metode.aspek(aspek))))
    yield from _butir("SPD yang hanya diketahui namanya", metode.spd_nama_saja)
    yield from _butir("Lembar lain", metode.lembar_lain)
    yield from _butir("Dasar hukum", metode.dasar_hukum)
    yield Judul(kalimat("Sumber"))
    yield _pasangan(metode.sumber.items())
    if lanjut:
        yield Judul(kalimat("Lanjut"))
        yield DaftarPerintah((lanjut,))


def _kepala(metode: Metode, sidik: str) -> Iterator[Blok]:
    kepastian = ", ".join(f"{banyak} {nama}" for nama, banyak in ringkas_metode(metode).kepastian.items())
    yield Judul(kalimat(metode.nama), 1, f"r{metode.revisi} · {metode.status}")
    isi = (
        f"tahun {metode.tahun} · skala {metode.skala}; kepastian indikator: {kepastian}",
        sidik,
    )
    yield Alinea(tuple((Potong(satu, "redup"),) for satu in isi))
    yield satu_alinea(metode.keterangan)


def _pasangan(semua: Iterable[tuple[str, str]]) -> RincianLabel:
    return RincianLabel(tuple((kalimat(nama), (kalimat(isi),)) for nama, isi in semua))


def _butir(judul: str, semua: Iterable[str]) -> Iterator[Blok]:
    isi = tuple(kalimat(satu) for satu in semua)
    if not isi:
        return
    if judul:
        yield Judul(kalimat(judul))
    yield DaftarButir(isi)


def rumus_kalimat(metode: Metode) -> str:
    """Rumus tahun itu dalam satu kalimat."""
    if metode.rumus.sid.cara == "jumlah":
        return "Skor = SPD + jumlah kematangan semua inovasi; tanpa batas atas."
    pembagi = "max(pembagi minimal, n)" if metode.rumus.pembagi_minimal else "n"
    jumlah = " + skor jumlah inovasi" if metode.rumus.jumlah_inovasi else ""
    return f"Indeks = (SPD + jumlah kematangan ÷ {pembagi}{jumlah}) ÷ skor total tertinggi × 100."


JUDUL_ASAL: dict[Diperoleh, str] = {
    "terbit": "Yang terbit",
    "simpulan": "Yang disimpulkan",
    "cocok": "Yang dipilih agar cocok dengan hasil terbit",
}


def ketetapan_menurut_asal(metode: Metode) -> list[tuple[str, list[tuple[str, str]]]]:
    """Ketetapan rumus dan skor tertinggi: judul cara memperolehnya, lalu nama, nilai, dan alasannya."""
    kelompok: dict[Diperoleh, list[tuple[str, str]]] = {asal: [] for asal in JUDUL_ASAL}
    for _, nama, isi in metode.ketentuan():
        alasan = f". {isi.alasan}" if isi.alasan else ""
        kelompok[isi.asal].append((nama, f"{_teks_ketentuan(isi)}{alasan}"))
    return [(JUDUL_ASAL[asal], isi) for asal, isi in kelompok.items() if isi]


def _teks_ketentuan(isi: Ketentuan) -> str:
    match isi:
        case Konstanta() | Saklar():
            return teks_konstanta(isi)
        case Agregasi():
            return f"{isi.cara.replace('_', '-')} ({isi.kepastian})"
    return f"indeks terbulat ({isi.kepastian})"


def kelayakan(metode: Metode) -> list[tuple[str, str]]:
    """Syarat ikut dinilai."""
    syarat = metode.kelayakan
    jendela, kata = syarat.penerapan, syarat.rancang_bangun_min_kata
    batas = f"{jendela.mulai} s.d. {jendela.sampai} ({jendela.kepastian})" if jendela else TIDAK_DITEMUKAN
    isi = [("Penerapan", batas)]
    if syarat.pengembangan_dalam_jendela:
        isi.append(("Pengembangan", "di dalam jendela juga diterima"))
    isi += [("Rancang bangun", f"paling sedikit {kata} kata")] if kata else []
    # Nama bagian dan tema dapat memuat koma.
    daftar: Mapping[str, Iterable[str]] = {
        "Bagiannya": syarat.rancang_bangun_bagian,
        "Tahapan": syarat.tahapan,
        "Tematik": syarat.tematik,
    }
    return isi + [(nama, "; ".join(satu)) for nama, satu in daftar.items() if satu]


def judul_aspek(metode: Metode, aspek: Aspek) -> str:
    """Judul tabel satu aspek beserta jumlah bobotnya."""
    baris = metode.aspek(aspek)
    bobot = [satu.bobot for satu in baris if satu.bobot is not None]
    kurang = len(baris) - len(bobot)
    jumlah = f"{kurang} bobot tidak ditemukan" if kurang else f"jumlah bobot {angka_id(sum(bobot, NOL))}"
    return f"Indikator {NAMA_ASPEK[aspek]}: {len(baris)} baris, {jumlah}"


def _indikator(satu: Indikator) -> tuple[Kalimat, tuple[Kalimat, ...]]:
    tingkat = (kalimat(f"{nomor}  {teks}") for nomor, teks in satu.uraian_tingkat.items())
    isi = (
        kalimat(Potong(satu.nama, "judul"), Potong(f" ({satu.kode})", "redup")),
        (Potong(" · ".join(tanda(satu)), "redup"),),
        *tingkat,
    )
    return kalimat(satu.nomor), isi


def tanda(satu: Indikator) -> list[str]:
    """Bobot, wajib, dan kepastian sebuah indikator."""
    bobot = f"bobot {TIDAK_DITEMUKAN}" if satu.bobot is None else f"bobot {angka_id(satu.bobot)}"
    lembar = ["dua lembar"] if satu.aturan_lain else []
    wajib = {True: ["wajib"], False: [], None: [f"tanda wajib {TIDAK_DITEMUKAN}"]}[satu.wajib]
    return [bobot, *wajib, *lembar, f"kepastian {satu.kepastian}"]
