"""``indeks jelaskan`` sebagai teks, paling lebar 80 kolom."""

from __future__ import annotations

from collections.abc import Iterable

from indeksinovasi.inti.katalog import KELUARGA
from indeksinovasi.inti.katalog.jenis import EntriKatalog
from indeksinovasi.inti.metode.beda import NAMA_ASPEK, Perubahan
from indeksinovasi.inti.metode.jelaskan import Langkah, PenjelasanIndikator, PenjelasanKeluarga
from indeksinovasi.inti.metode.uraian_aturan import Uraian
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.metode import TINGKAT_TERTINGGI, Indikator
from indeksinovasi.keluaran.lipatan import alinea, dua_kolom
from indeksinovasi.keluaran.teks import aman


def teks_jelaskan(penjelasan: EntriKatalog | PenjelasanKeluarga | PenjelasanIndikator) -> str:
    """Penjelasan untuk dibaca."""
    match penjelasan:
        case EntriKatalog():
            baris = _entri(penjelasan)
        case PenjelasanKeluarga():
            baris = _keluarga(penjelasan)
        case PenjelasanIndikator():
            baris = _indikator(penjelasan)
    return "\n".join(satu.rstrip() for satu in baris) + "\n"


def _bagian(judul: str, isi: Iterable[str]) -> list[str]:
    baris = list(isi)
    return ["", judul, *baris] if baris else []


def _entri(entri: EntriKatalog) -> list[str]:
    return [
        *alinea(entri.judul, f"{entri.kode}  "),
        f"{entri.tingkat} · {KELUARGA[entri.kode[:3]]}",
        "",
        *alinea(entri.penjelasan),
        *_bagian("Salah", _contoh(entri.salah)),
        *_bagian("Benar", _contoh(entri.benar)),
        *_bagian("Alasan", alinea(entri.alasan, "  ")),
        *_bagian("Langkah berikutnya", alinea(entri.petunjuk, "  ")),
    ]


def _contoh(yaml: str) -> list[str]:
    return [f"    {aman(satu)}" for satu in yaml.split("\n")]


def _keluarga(keluarga: PenjelasanKeluarga) -> list[str]:
    kode = [(satu.kode, f"{satu.judul} ({satu.tingkat})") for satu in keluarga.entri]
    return [f"{keluarga.awalan}  {keluarga.nama}", "", *dua_kolom(kode), "", "Rincian: indeks jelaskan KODE"]


def _indikator(isi: PenjelasanIndikator) -> list[str]:
    satu = isi.indikator
    lain = [baris for nama, uraian in isi.aturan_lain for baris in (*alinea(nama, "  "), *_aturan(uraian))]
    return [
        *alinea(satu.nama, f"{aman(satu.nomor)} {satu.kode} · "),
        *([f"bagian dari {aman(satu.nama_induk)}"] if satu.nama_induk else []),
        *alinea(f"{isi.metode.nama} ({isi.metode.status})"),
        *alinea(" · ".join(ciri(satu))),
        *_bagian("Tingkat", _tingkat(satu)),
        *_bagian("Fakta", _fakta(isi)),
        *_bagian("Lembar lain (yang rendah dihitung, keduanya mungkin)", lain),
        *_bagian("Bukti", _bukti(satu)),
        *_bagian("Catatan", [baris for catatan in satu.catatan for baris in alinea(catatan, "  - ")]),
        *_bagian(
            "Bunyi lain di sumber (tidak dihitung)",
            [b for teks in satu.alternatif for b in alinea(teks, "  - ")],
        ),
        *_bagian("Sumber", dua_kolom(isi.sumber)),
        *_bagian("Riwayat", _riwayat(isi)),
    ]


def ciri(satu: Indikator) -> list[str]:
    """Ciri pokok indikator: aspek, variabel, bobot, wajib, kepastian."""
    if satu.bobot is None:
        bobot = "bobot tidak ditemukan"
    else:
        bobot = (
            f"bobot {angka_id(satu.bobot)} (paling tinggi {angka_id(satu.bobot * TINGKAT_TERTINGGI)} poin)"
        )
    variabel = [f"variabel {satu.variabel}"] if satu.variabel else []
    wajib = ["wajib"] if satu.wajib else []
    return [f"aspek {NAMA_ASPEK[satu.aspek]}", *variabel, bobot, *wajib, f"kepastian {satu.kepastian}"]


def _tingkat(satu: Indikator) -> list[str]:
    if satu.tingkat is None:
        return ["  Uraian tingkat tidak ditemukan."]
    return dua_kolom((str(tingkat), teks) for tingkat, teks in sorted(satu.tingkat.items()))


def _fakta(isi: PenjelasanIndikator) -> list[str]:
    if isi.aturan is None:
        return ["  Tahun ini tidak membaca fakta; isi parameter (0-3)."]
    tahun = isi.metode.tahun
    baris = _aturan(isi.aturan)
    if "T-" in " ".join((isi.aturan.cara, *(teks for _, teks in isi.aturan.butir))):
        baris += [f"  T-0 = {tahun}, T-1 = {tahun - 1}, T-2 = {tahun - 2} bagi catatan tahun {tahun}."]
    if isi.contoh:
        baris += alinea(f"fakta: {isi.contoh.fakta} # tingkat {isi.contoh.tingkat}", "  Contoh: ")
    return baris


def _aturan(uraian: Uraian) -> list[str]:
    return [*alinea(f"{uraian.cara[0].upper()}{uraian.cara[1:]}.", "  "), *dua_kolom(uraian.butir, "    ")]


def _bukti(satu: Indikator) -> list[str]:
    baris = alinea(satu.bukti, "  ") if satu.bukti else []
    if satu.format_bukti:
        baris += alinea(f"Format: {', '.join(satu.format_bukti)}", "  ")
    if satu.ukuran_maks_mb:
        baris.append(f"  Paling besar {satu.ukuran_maks_mb} MB.")
    return baris or ["  Bukti yang diminta tidak ditemukan."]


def _riwayat(isi: PenjelasanIndikator) -> list[str]:
    if len(isi.bertabel) < 2:
        return alinea(f"Tabel {NAMA_ASPEK[isi.indikator.aspek]} hanya ditemukan untuk satu tahun.", "  ")
    if not isi.riwayat:
        return [f"  Tidak berubah pada {isi.bertabel[0]}-{isi.bertabel[-1]}."]
    sejak = max((satu.ke for satu in isi.riwayat if satu.ke <= isi.metode.tahun), default=isi.bertabel[0])
    awal = f"  Bentuk tahun {isi.metode.tahun} berlaku sejak {sejak}."
    langkah = [
        baris for satu in isi.riwayat for baris in alinea(_langkah(satu), f"  {satu.dari} → {satu.ke}  ")
    ]
    return [awal, *langkah, "  Rincian: indeks metode beda TAHUN TAHUN"]


def _langkah(satu: Langkah) -> str:
    if satu.ada == (False, True):
        return "mulai ada"
    if satu.ada == (True, False):
        return "tidak ada lagi"
    tingkat = [perubahan.hal[-1] for perubahan in satu.perubahan if perubahan.hal.startswith("tingkat ")]
    uraian = [f"uraian tingkat {', '.join(tingkat)}"] if tingkat else []
    lain = [_ringkas(perubahan) for perubahan in satu.perubahan if not perubahan.hal.startswith("tingkat ")]
    return "; ".join(dict.fromkeys((*lain, *uraian)))


def _ringkas(perubahan: Perubahan) -> str:
    hal = perubahan.hal
    if hal.startswith("fakta"):
        return "cara fakta menjadi tingkat"
    if hal.startswith("lembar lain"):
        return "lembar lain"
    if hal == "nama":
        return "nama"
    return f"{hal} {perubahan.lama} menjadi {perubahan.baru}"
