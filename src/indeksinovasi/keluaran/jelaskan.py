"""``indeks jelaskan`` sebagai dokumen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indeksinovasi.inti.katalog import KELUARGA
from indeksinovasi.inti.katalog.jenis import EntriKatalog
from indeksinovasi.inti.metode.beda import NAMA_ASPEK, HalBerbeda
from indeksinovasi.inti.metode.jelaskan import LangkahTahun, PenjelasanIndikator, PenjelasanKeluarga
from indeksinovasi.inti.metode.uraian_aturan import ButirAturan, UraianAturan
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    Blok,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Peran,
    Potong,
    Praformat,
    RincianLabel,
    kalimat,
    satu_alinea,
)

BahanJelaskan = EntriKatalog | PenjelasanKeluarga | PenjelasanIndikator
_PERAN: dict[str, Peran] = {"galat": "galat", "peringatan": "peringatan", "saran": "saran"}


def dokumen_jelaskan(penjelasan: BahanJelaskan) -> Dokumen:
    """Penjelasan untuk dibaca."""
    match penjelasan:
        case EntriKatalog():
            return tuple(_entri(penjelasan))
        case PenjelasanKeluarga():
            return tuple(_keluarga(penjelasan))
        case PenjelasanIndikator():
            return tuple(_indikator(penjelasan))


def _bagian(judul: str, *isi: Blok) -> Iterator[Blok]:
    yield Judul(kalimat(judul))
    yield from isi


def _entri(entri: EntriKatalog) -> Iterator[Blok]:
    yield Judul(kalimat(f"{entri.kode}  {entri.judul}"), 1)
    tingkat = Potong(entri.tingkat, _PERAN.get(entri.tingkat, "biasa"))
    yield satu_alinea(tingkat, Potong(f" · {KELUARGA[entri.kode[:3]]}", "redup"), rapat=True)
    yield satu_alinea(entri.penjelasan)
    yield from _bagian("Salah", _contoh(entri.salah))
    yield from _bagian("Benar", _contoh(entri.benar))
    yield from _bagian("Alasan", satu_alinea(entri.alasan, inden=2))
    yield from _bagian("Langkah berikutnya", satu_alinea(entri.petunjuk, inden=2))
    # SKR adalah catatan penilaian, KTN temuan berkas metode; selebihnya temuan validasi.
    lanjut = {"SKR": "indeks nilai DATA", "KTN": "indeks metode periksa"}
    perintah = lanjut.get(entri.kode[:3], f"indeks validasi DATA --pilih {entri.kode}")
    yield from _bagian("Lanjut", DaftarPerintah(((perintah, "tempat kode ini muncul"),)))


def _contoh(yaml: str) -> Praformat:
    return Praformat(tuple(f"    {satu}" for satu in yaml.split("\n")), lipat=False)


def _keluarga(keluarga: PenjelasanKeluarga) -> Iterator[Blok]:
    yield Judul(kalimat(f"{keluarga.awalan}  {keluarga.nama}"), 1)
    yield RincianLabel(
        tuple((kalimat(satu.kode), (kalimat(f"{satu.judul} ({satu.tingkat})"),)) for satu in keluarga.entri)
    )
    contoh = keluarga.entri[0].kode if keluarga.entri else keluarga.awalan
    yield from _bagian("Lanjut", DaftarPerintah(((f"indeks jelaskan {contoh}", "rincian satu kode"),)))


def _indikator(isi: PenjelasanIndikator) -> Iterator[Blok]:
    satu = isi.indikator
    yield Judul(kalimat(f"{satu.nomor} {satu.kode} · {satu.nama}"), 1)
    kepala = [f"bagian dari {satu.nama_induk}"] if satu.nama_induk else []
    kepala += [f"{isi.metode.nama} ({isi.metode.status})", " · ".join(ciri(satu))]
    yield Alinea(tuple((Potong(baris, "redup"),) for baris in kepala), rapat=True)
    yield from _bagian("Tingkat", _tingkat(satu))
    yield from _bagian("Fakta", *_fakta(isi))
    if isi.aturan_lain:
        yield Judul(kalimat("Lembar lain (yang rendah dihitung, keduanya mungkin)"))
        for nama, uraian in isi.aturan_lain:
            yield satu_alinea(nama, inden=2)
            yield from _aturan(uraian)
    yield from _bagian("Bukti", _bukti(satu))
    for judul, semua in (
        ("Catatan", satu.catatan),
        ("Bunyi lain di sumber (tidak dihitung)", satu.alternatif),
    ):
        if semua:
            yield from _bagian(judul, DaftarButir(tuple(map(kalimat, semua))))
    if isi.sumber:
        sumber = tuple((kalimat(kunci), (kalimat(teks),)) for kunci, teks in isi.sumber)
        yield from _bagian("Sumber", RincianLabel(sumber))
    yield from _riwayat(isi)


def ciri(satu: Indikator) -> list[str]:
    """Ciri pokok indikator: aspek, variabel, bobot, wajib, kepastian."""
    if satu.bobot is None:
        bobot = "bobot tidak ditemukan"
    else:
        bobot = (
            f"bobot {angka_id(satu.bobot)} (paling tinggi {angka_id(satu.bobot * TINGKAT_TERTINGGI)} poin)"
        )
    variabel = [f"variabel {satu.variabel}"] if satu.variabel else []
    wajib = {True: ["wajib"], False: [], None: ["tanda wajib tidak ditemukan"]}[satu.wajib]
    return [f"aspek {NAMA_ASPEK[satu.aspek]}", *variabel, bobot, *wajib, f"kepastian {satu.kepastian}"]


def _tingkat(satu: Indikator) -> Blok:
    if satu.tingkat is None:
        return satu_alinea("Uraian tingkat tidak ditemukan.", inden=2)
    return RincianLabel(
        tuple((kalimat(str(tingkat)), (kalimat(teks),)) for tingkat, teks in sorted(satu.tingkat.items()))
    )


def _fakta(isi: PenjelasanIndikator) -> Iterator[Blok]:
    if isi.aturan is None:
        yield satu_alinea("Tahun ini tidak membaca fakta; isi parameter (0-3).", inden=2)
        return
    tahun = isi.metode.tahun
    arti = isi.bentuk.arti if isi.bentuk else {}
    if isi.bentuk and isi.bentuk.isi:
        yield satu_alinea(isi.bentuk.isi, inden=2, rapat=True)
    yield from _aturan(isi.aturan, arti)
    if isi.arti_lain:
        yield satu_alinea("Arti pilihannya:", inden=2, rapat=True)
        arti_lain = tuple((kalimat(kata), (kalimat(uraian),)) for kata, uraian in isi.arti_lain)
        yield RincianLabel(arti_lain, inden=4, rapat=True)
    if "T-" in " ".join((isi.aturan.cara, *(satu.isi for satu in isi.aturan.butir))):
        relatif = f"T-0 = {tahun}, T-1 = {tahun - 1}, T-2 = {tahun - 2} bagi catatan tahun {tahun}."
        yield satu_alinea(relatif, inden=2, rapat=True)
    if isi.contoh:
        contoh = f"Contoh: fakta: {isi.contoh.fakta} # tingkat {isi.contoh.tingkat}"
        yield satu_alinea(contoh, inden=2, rapat=True)


def _aturan(uraian: UraianAturan, arti: Mapping[str, str] = {}) -> Iterator[Blok]:
    yield satu_alinea(f"{uraian.cara[0].upper()}{uraian.cara[1:]}.", inden=2, rapat=True)
    isi = tuple((kalimat(satu.label), (kalimat(_berarti(satu, arti)),)) for satu in uraian.butir)
    if isi:
        yield RincianLabel(isi, inden=4, rapat=True)


def _berarti(satu: ButirAturan, arti: Mapping[str, str]) -> str:
    """Isi sebuah butir, beserta arti pilihannya bila butir itu pilihan sendiri."""
    uraian = "" if satu.hal else arti.get(satu.pilihan, "")
    return f"{satu.isi}: {uraian}" if uraian else satu.isi


def _bukti(satu: Indikator) -> Blok:
    isi = [satu.bukti] if satu.bukti else []
    isi += [f"Format: {', '.join(satu.format_bukti)}"] if satu.format_bukti else []
    isi += [f"Paling besar {satu.ukuran_maks_mb} MB."] if satu.ukuran_maks_mb else []
    return Alinea(tuple(map(kalimat, isi or ["Bukti yang diminta tidak ditemukan."])), 2)


def _riwayat(isi: PenjelasanIndikator) -> Iterator[Blok]:
    yield Judul(kalimat("Riwayat"))
    if len(isi.bertabel) < 2:
        aspek = NAMA_ASPEK[isi.indikator.aspek]
        yield satu_alinea(f"Tabel {aspek} hanya ditemukan untuk satu tahun.", inden=2)
        return
    if not isi.riwayat:
        yield satu_alinea(f"Tidak berubah pada {isi.bertabel[0]}–{isi.bertabel[-1]}.", inden=2)
        return
    sejak = max((satu.ke for satu in isi.riwayat if satu.ke <= isi.metode.tahun), default=isi.bertabel[0])
    yield satu_alinea(f"Bentuk tahun {isi.metode.tahun} berlaku sejak {sejak}.", inden=2)
    langkah = ((kalimat(f"{satu.dari} → {satu.ke}"), (kalimat(_langkah(satu)),)) for satu in isi.riwayat)
    yield RincianLabel(tuple(langkah), rapat=True)
    akhir = isi.riwayat[-1]
    perintah = f"indeks metode beda {akhir.dari} {akhir.ke}"
    yield from _bagian("Lanjut", DaftarPerintah(((perintah, "semua yang berubah"),)))


def _langkah(satu: LangkahTahun) -> str:
    if satu.ada == (False, True):
        return "mulai ada"
    if satu.ada == (True, False):
        return "tidak ada lagi"
    tingkat = [str(perubahan.tingkat) for perubahan in satu.perubahan if perubahan.tingkat is not None]
    uraian = [f"uraian tingkat {', '.join(tingkat)}"] if tingkat else []
    lain = [_ringkas(perubahan) for perubahan in satu.perubahan if perubahan.tingkat is None]
    return "; ".join(dict.fromkeys((*lain, *uraian)))


def _ringkas(perubahan: HalBerbeda) -> str:
    hal = perubahan.hal
    if perubahan.kelompok == "fakta":
        return "cara fakta menjadi tingkat"
    if perubahan.kelompok == "lembar":
        return "lembar lain"
    if hal == "nama":
        return "nama"
    return f"{hal} {perubahan.lama} menjadi {perubahan.baru}"
