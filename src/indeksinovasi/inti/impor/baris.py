"""Satu baris tabel berkolom menjadi calon catatan: ekspor resmi dan tabel lain lewat peta."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from indeksinovasi.inti.ejaan import kutip, mungkin_maksud, sambung
from indeksinovasi.inti.impor.kolom import BarisJudul, kunci_judul
from indeksinovasi.inti.impor.label import (
    PILIHAN,
    TidakTerpetakan,
    UrutanTanggal,
    asta_cita_dari,
    bilangan_dari_sel,
    bilangan_yaml,
    bulan_hari,
    daftar_urusan,
    koordinat_dari,
    kosong,
    pilihan_dari,
    rapikan_banyak,
    tanggal_dari_sel,
    teks_sel,
    urutan_tanggal,
)
from indeksinovasi.inti.model.impor import BarisLembar, BarisTerbaca, IsiSel
from indeksinovasi.inti.model.inovasi import WAJIB_SESUDAH_DRAF
from indeksinovasi.inti.nama import kunci_nama, rapikan_teks

URUTAN_ISIAN = (
    *("nama", "status", "tahapan", "inisiator", "nama_inisiator", "jenis", "bentuk", "urusan", "urusan_lain"),
    *("tematik", "pkpn", "asta_cita", "koordinat", "video", "tanggal_input", "waktu", "rancang_bangun"),
    *("tujuan", "manfaat", "hasil", "pengembangan_dari", "indikator", "kematangan"),
)
"""Urutan kunci sebuah catatan baru."""
_WAKTU = ("uji_coba", "penerapan", "pengembangan")
_BERTANGGAL = (*_WAKTU, "tanggal_input")
_BUKTI_URUTAN = 3
_BUKAN_ISI = frozenset(("no",))
_SEL_CIRI = 5
"""Judul terulang dan nomor kolom dikenali dari sekian sel."""
_TEKS = ("nama_inisiator", "tematik", "pkpn")
_TEKS_PANJANG = ("rancang_bangun", "tujuan", "manfaat", "hasil")
_ALAMAT = re.compile(r"https?://\S+", re.IGNORECASE)
_PENGEMBANGAN = re.compile(r"[0-9]{4}/[a-z0-9-]+/[a-z0-9-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class AturanBaca:
    """Cara membaca semua baris satu sumber.

    ``status``: status bila sumber tidak menyebutnya. ``status_dipaksa``: pilihan pengguna yang mengalahkan
    kolom status. ``pilihan``: padanan label menurut isian, dari peta pengguna.
    """

    tahun: int
    status: str
    status_dipaksa: str | None = None
    opd: str | None = None
    kematangan_maksimum: Fraction | None = None
    pilihan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    urutan: Mapping[str, str] = field(default_factory=dict)


def calon_berkolom(
    sumber: str, baris: Sequence[BarisLembar], judul: BarisJudul, aturan: AturanBaca
) -> Iterator[BarisTerbaca]:
    """Calon dari tiap baris di bawah judul; baris tanpa isi pada kolom yang dikenal bukan baris."""
    aturan = replace(aturan, urutan={satu.pemisah: satu.urutan for satu in tanggal_terbalik(baris, judul)})
    for satu in baris:
        sel = _sel_berisi(satu, judul)
        if sel.keys() <= _BUKAN_ISI:
            continue
        if sebab := bukan_catatan(satu, judul):
            yield BarisTerbaca(sumber, satu.nomor, dilewati=sebab)
        else:
            yield _calon(sumber, satu.nomor, sel, aturan)


def _sel_berisi(baris: BarisLembar, judul: BarisJudul) -> dict[str, IsiSel]:
    sel = baris.sel
    banyak = len(sel)
    return {
        isian: nilai
        for isian, kolom in judul.kolom.items()
        if kolom < banyak and not kosong(nilai := sel[kolom])
    }


def bukan_catatan(baris: BarisLembar, judul: BarisJudul) -> str | None:
    """Sebab sebuah baris berisi bukan catatan: judul yang terulang, nomor kolom, atau selnya bergeser."""
    lebar = len(judul.sel)
    if len(baris.sel) > lebar and any(teks_sel(sel).strip() for sel in baris.sel[lebar:]):
        return f"{len(baris.sel)} sel, padahal judulnya {lebar} kolom; periksa pemisah di dalam teksnya"
    letak = judul.kolom.get("nama", 0)
    nama = teks_sel(baris.sel[letak]).strip() if letak < len(baris.sel) else ""
    if nama.strip("(). ").isdecimal():
        return "nomor kolom" if _berurutan(baris) else None
    # Judul yang terulang lazimnya persis sama, jadi perbandingan lengkapnya jarang diperlukan.
    if nama[:1].casefold() != teks_sel(judul.sel[letak]).strip()[:1].casefold():
        return None
    isi = [(sel, kolom) for kolom, sel in enumerate(baris.sel) if not kosong(sel)]
    ulang = len(isi) >= _SEL_CIRI and all(kunci_judul(sel) == kunci_judul(judul.sel[k]) for sel, k in isi)
    return "judul kolom yang terulang" if ulang else None


def _berurutan(baris: BarisLembar) -> bool:
    nomor = [teks_sel(sel).strip("(). ") for sel in baris.sel if not kosong(sel)]
    if len(nomor) < _SEL_CIRI or not (nomor[0].isdecimal() and nomor[0].isascii()):
        return False
    return nomor == [str(int(nomor[0]) + urutan) for urutan in range(len(nomor))]


def tanggal_terbalik(baris: Sequence[BarisLembar], judul: BarisJudul) -> Iterator[UrutanTanggal]:
    """Pemisah yang memuat bulan/hari/tahun: ``bulan`` bila semuanya begitu, ``ragu`` bila tercampur.

    Lembar sebar berbahasa Inggris menulis ulang semua tanggal begitu di CSV. Satu dua tanggal saja mungkin
    salah ketik, jadi belum membuktikan urutannya.
    """
    kolom = [judul.kolom[satu] for satu in _BERTANGGAL if satu in judul.kolom]
    sel = (satu.sel[nomor] for nomor in kolom for satu in baris if nomor < len(satu.sel))
    banyak = Counter(filter(None, map(urutan_tanggal, sel)))
    for pemisah, urutan in sorted(banyak):
        if urutan == "bulan":
            pasti = (
                banyak[UrutanTanggal(pemisah, "bulan")] >= _BUKTI_URUTAN and (pemisah, "hari") not in banyak
            )
            yield UrutanTanggal(pemisah, "bulan" if pasti else "ragu")


def _calon(sumber: str, nomor: int, sel: Mapping[str, IsiSel], aturan: AturanBaca) -> BarisTerbaca:
    calon = BarisTerbaca(sumber, nomor)
    calon.opd = rapikan_teks(teks_sel(sel.get("opd")))
    nama = sel.get("nama")
    if nama is None:
        calon.dilewati = "tanpa judul"
        return calon
    if isinstance(nama, bool | date):
        calon.dilewati = f"judul {kutip(teks_sel(nama))} bukan teks; Excel mungkin mengubahnya"
        return calon
    isi: dict[str, Any] = {"nama": rapikan_teks(teks_sel(nama))}
    if not calon.opd and aturan.opd is None:
        calon.dilewati = "tanpa perangkat daerah"
    isi["status"] = _status(sel, aturan, calon)
    calon.status_disebut = aturan.status_dipaksa is not None or "status" in sel
    waktu: dict[str, Any] = {}
    for isian, baca in _PEMBACA.items():
        if isian in sel:
            try:
                (waktu if isian in _WAKTU else isi)[isian] = baca(isian, sel[isian], aturan)
            except TidakTerpetakan as galat:
                calon.catatan.append(f"{isian} {kutip(teks_sel(sel[isian]))} {galat}")
    _koordinat(isi, calon, sel)
    _urusan_lain(isi, calon, sel, aturan)
    _video(isi, calon, sel)
    if waktu:
        isi["waktu"] = waktu
    calon.isi = {kunci: isi[kunci] for kunci in URUTAN_ISIAN if kunci in isi}
    calon.dilewati = calon.dilewati or kurang(calon.isi, calon.catatan)
    return calon


def kurang(isi: Mapping[str, Any], catatan: Iterable[str] = ()) -> str | None:
    """Sebab *isi* belum dapat menjadi catatan tanpa galat; draf boleh belum lengkap."""
    if isi.get("status") == "draf":
        return None
    hilang = [isian for isian in WAJIB_SESUDAH_DRAF if not isi.get(isian)]
    if isi.get("tahapan") == "penerapan" and not (isi.get("waktu") or {}).get("penerapan"):
        hilang.append("penerapan")
    if not hilang:
        return None
    sebab = {satu.split(" ", 1)[0]: satu for satu in catatan}
    return "; ".join(sebab.get(isian, f"{isian} kosong") for isian in hilang)


def _status(sel: Mapping[str, IsiSel], aturan: AturanBaca, calon: BarisTerbaca) -> str:
    if aturan.status_dipaksa:
        return aturan.status_dipaksa
    nilai = sel.get("status")
    if nilai is None:
        return aturan.status
    try:
        return _pilihan("status", nilai, aturan)
    except TidakTerpetakan as galat:
        calon.catatan.append(f"status {kutip(teks_sel(nilai))} {galat}; ditulis {aturan.status}")
        return aturan.status


def _sebaris(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return rapikan_teks(_tulisan(nilai))


def _panjang(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return rapikan_banyak(_tulisan(nilai))


def _tulisan(nilai: IsiSel) -> str:
    if isinstance(nilai, bool | date):
        raise TidakTerpetakan("bukan teks; Excel mungkin mengubahnya")
    return teks_sel(nilai)


def _tanggal(_isian: str, nilai: IsiSel, aturan: AturanBaca) -> str:
    tertulis = urutan_tanggal(nilai) if aturan.urutan else None
    urutan = aturan.urutan.get(tertulis.pemisah) if tertulis and tertulis.urutan != "hari" else None
    if urutan == "bulan":
        return bulan_hari(str(nilai))
    if urutan == "ragu" and tertulis and tertulis.urutan == "dua":
        raise TidakTerpetakan("tidak pasti; tabelnya juga memuat tanggal bulan/hari")
    return tanggal_dari_sel(nilai)


def _pilihan(isian: str, nilai: IsiSel, aturan: AturanBaca) -> str:
    teks = rapikan_teks(teks_sel(nilai))
    kode = aturan.pilihan.get(isian, {}).get(kunci_nama(teks)) or pilihan_dari(isian, teks)
    if kode is None:
        sebab = "tidak dikenal" if len(PILIHAN[isian]) > 10 else "bukan pilihan"
        raise TidakTerpetakan(f"{sebab}{sambung(mungkin_maksud(teks, PILIHAN[isian]))}")
    return kode


def _asta(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> int:
    nomor = asta_cita_dari(teks_sel(nilai))
    if nomor is None:
        raise TidakTerpetakan("tidak dikenal")
    return nomor


def _pengembangan(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    teks = teks_sel(nilai).strip()
    if not _PENGEMBANGAN.fullmatch(teks):
        raise TidakTerpetakan("bukan <tahun>/<opd>/<nama>")
    return teks


def _kematangan(_isian: str, nilai: IsiSel, aturan: AturanBaca) -> Any:
    angka = bilangan_dari_sel(nilai)
    if angka < 0 or (aturan.kematangan_maksimum is not None and angka > aturan.kematangan_maksimum):
        raise TidakTerpetakan(f"di luar rentang {aturan.tahun}")
    return bilangan_yaml(angka)


_PEMBACA: Mapping[str, Callable[[str, IsiSel, AturanBaca], Any]] = {
    **dict.fromkeys(WAJIB_SESUDAH_DRAF, _pilihan),
    **dict.fromkeys(_TEKS, _sebaris),
    **dict.fromkeys(_TEKS_PANJANG, _panjang),
    "asta_cita": _asta,
    "tanggal_input": _tanggal,
    "pengembangan_dari": _pengembangan,
    "kematangan": _kematangan,
    **dict.fromkeys(_WAKTU, _tanggal),
}
"""Cara membaca sel tiap isian; ``TidakTerpetakan`` bila tidak dapat."""


def _koordinat(isi: dict[str, Any], calon: BarisTerbaca, sel: Mapping[str, IsiSel]) -> None:
    nilai = sel.get("koordinat")
    if "lintang" in sel and "bujur" in sel:
        nilai = f"{teks_sel(sel['lintang']).strip()};{teks_sel(sel['bujur']).strip()}"
    if nilai is None:
        return
    try:
        isi["koordinat"] = koordinat_dari(nilai)
    except TidakTerpetakan as galat:
        calon.catatan.append(f"koordinat {kutip(teks_sel(nilai))} {galat}")


def _urusan_lain(
    isi: dict[str, Any], calon: BarisTerbaca, sel: Mapping[str, IsiSel], aturan: AturanBaca
) -> None:
    nilai = sel.get("urusan_lain")
    if nilai is None:
        return
    kode, sisa = daftar_urusan(teks_sel(nilai))
    dipetakan = aturan.pilihan.get("urusan", {})
    padanan = {satu: dipetakan.get(kunci_nama(satu)) for satu in sisa}
    semua = dict.fromkeys((*kode, *(satu for satu in padanan.values() if satu)))
    lain = [satu for satu in semua if satu != isi.get("urusan")]
    if lain:
        isi["urusan_lain"] = lain
    asing = [satu for satu, milik in padanan.items() if milik is None and not kosong(satu)]
    if asing:
        calon.catatan.append(f"urusan_lain {kutip(', '.join(asing))} tidak dikenal")


def _video(isi: dict[str, Any], calon: BarisTerbaca, sel: Mapping[str, IsiSel]) -> None:
    for isian in ("video", "ada_video"):
        teks = teks_sel(sel.get(isian)).strip()
        if _ALAMAT.fullmatch(teks):
            isi["video"] = teks
            return
    if "video" in sel:
        calon.catatan.append(f"video {kutip(teks_sel(sel['video']))} bukan alamat web")


def pemda_asing(
    baris: Iterable[BarisLembar], judul: BarisJudul, daerah: str
) -> Iterator[tuple[int, int, str]]:
    """Nomor baris, kolom (mulai 1), dan isi Pemda yang bukan *daerah*, masing-masing nama sekali."""
    kolom = judul.kolom.get("pemda")
    if kolom is None:
        return
    milik, dilihat = kunci_pemda(daerah), set()
    for satu in baris:
        sel = satu.sel[kolom] if kolom < len(satu.sel) else None
        if kosong(sel):
            continue
        kunci = kunci_pemda(teks_sel(sel))
        if kunci != milik and kunci not in dilihat and bukan_catatan(satu, judul) is None:
            dilihat.add(kunci)
            yield satu.nomor, kolom + 1, rapikan_teks(teks_sel(sel))


_SEBUTAN_PEMDA = re.compile(
    r"\b(pemerintah|pemda|pemkab|pemkot|pemprov|daerah|kabupaten|kab|kota|provinsi|prov)\b\.?"
)


def kunci_pemda(teks: str) -> str:
    """Pembanding nama daerah tanpa Pemerintah, Kabupaten, Kota, Provinsi, spasi, dan besar kecil huruf."""
    polos = _SEBUTAN_PEMDA.sub(" ", teks.casefold())
    # Nama seperti "Kota Kota" tidak boleh habis sama sekali.
    return kunci_nama(polos) or kunci_nama(teks)
