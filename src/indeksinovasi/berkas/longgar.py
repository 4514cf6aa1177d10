"""Isian yang ditulis kosong atau ``-``, dan nomor tanpa tanda petik: dibaca menurut maksudnya.

Ekspor resmi memakai ``-`` bagi yang tidak ada. Isian pilihan semacam itu dianggap tidak ditulis, nomor dibaca
seperti tulisannya; keduanya hanya diperingatkan dan catatannya tetap dihitung. Isian wajib dan teks uraian
yang bertanda ``-`` menjadi kosong, sehingga ditagih seperti yang belum diisi.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.daerah import WAJIB_DAERAH
from indeksinovasi.inti.model.inovasi import TEKS_URAIAN, WAJIB_SESUDAH_DRAF
from indeksinovasi.inti.model.temuan import Jalur, Masalah, Usul
from indeksinovasi.inti.nama import PANJANG_TANDA_KOSONG, bertanda_kosong

_TEKS_CATATAN = ("nama_inisiator", "tematik", "pkpn", "video")
_TEKS_BUKTI = ("berkas", "tautan", "nomor", "tentang")
_TEKS_VERIFIKASI = ("catatan", "oleh")
_TEKS_HASIL = ("sumber", "catatan")
_CATATAN = (*_TEKS_CATATAN, "asta_cita", "koordinat", "tanggal_input", "pengembangan_dari", "kematangan")
_WAJIB_CATATAN = ("nama", "status", *WAJIB_SESUDAH_DRAF, *TEKS_URAIAN)
_SPD = ("total", "maksimum")
_BUKTI = (*_TEKS_BUKTI, "tanggal")
_VERIFIKASI = (*_TEKS_VERIFIKASI, "tanggal", "sidik")
_DAERAH = ("klaster", "perangkat_daerah", "target_inovasi")
_HASIL = ("skor", "predikat", "jumlah_inovasi", "jumlah_opd", "catatan")
_WAJIB_HASIL = ("tahun", "jenis", "sumber")
_SEMUA_TEKS = frozenset((*_TEKS_CATATAN, *_TEKS_BUKTI, *_TEKS_VERIFIKASI, *_TEKS_HASIL))


class _Ubah(NamedTuple):
    """Isian yang dibaca lain: bilangan menjadi ``teks``, dianggap tidak ditulis (``buang``), atau karena
    wajib ada menjadi ``kosong`` atau ``hilang`` tanpa peringatan; ketiadaannya sudah ditagih.
    """

    wadah: dict[Any, Any]
    jalur: Jalur
    cara: Literal["teks", "buang", "kosong", "hilang"]


_Pencari = Callable[[dict[Any, Any]], Iterator[_Ubah]]


def longgarkan(dokumen: IsiBerkas) -> tuple[IsiBerkas, list[Masalah]]:
    """Catatan atau ``spd.yaml`` dengan isiannya dibaca menurut maksud, dan peringatannya."""
    return _longgarkan(dokumen, _catatan)


def longgarkan_daerah(dokumen: IsiBerkas) -> tuple[IsiBerkas, list[Masalah]]:
    """``daerah.yaml`` dengan isiannya dibaca menurut maksud, dan peringatannya."""
    return _longgarkan(dokumen, _daerah)


def longgarkan_hasil(dokumen: IsiBerkas) -> tuple[IsiBerkas, list[Masalah]]:
    """``hasil_resmi.yaml`` dengan isiannya dibaca menurut maksud, dan peringatannya."""
    return _longgarkan(dokumen, _hasil)


def _longgarkan(dokumen: IsiBerkas, cari: _Pencari) -> tuple[IsiBerkas, list[Masalah]]:
    if not isinstance(dokumen.data, dict) or not _patut_dicari(dokumen.data):
        return dokumen, []
    from copy import deepcopy

    # Jumlahnya sudah dibatasi pembaca; data asli tidak pernah diubah.
    salinan = deepcopy(dokumen.data)
    masalah = [_terapkan(satu, dokumen.teks) for satu in list(cari(salinan))]
    return dokumen._replace(data=salinan), [satu for satu in masalah if satu]


def _terapkan(ubah: _Ubah, teks: str) -> Masalah | None:
    from indeksinovasi.berkas.tulisan import pembaca_tulisan

    kunci = ubah.jalur[-1]
    nilai = ubah.wadah[kunci]
    if ubah.cara in ("kosong", "hilang"):
        ubah.wadah[kunci] = None
        if ubah.cara == "hilang":
            del ubah.wadah[kunci]
        return None
    if ubah.cara == "teks":
        tulisan = pembaca_tulisan(teks)(ubah.jalur) or str(nilai)
        ubah.wadah[kunci] = tulisan
        pesan = f"{kunci} {kutip(tulisan)} tertulis sebagai bilangan; dibaca sebagai teks"
        petunjuk = f'Apit dengan tanda petik: "{tulisan[:40]}".'
        return Masalah("SKM118", ubah.jalur, pesan, petunjuk, "nilai", "peringatan", Usul(tulisan))
    del ubah.wadah[kunci]
    tanda = kutip(nilai) if isinstance(nilai, str) and nilai.strip() else "kosong"
    petunjuk = "Hapus kuncinya bila memang tidak ada."
    return Masalah("SKM117", ubah.jalur, f"{kunci} {tanda}, dianggap tidak diisi", petunjuk, "kunci", "saran")


def _patut_dicari(data: dict[Any, Any]) -> bool:
    """Saringan yang dilalui setiap berkas: ada nilai kosong, atau bilangan di tempat teks, entah di mana."""
    antre = [data]
    for wadah in antre:
        for kunci, nilai in wadah.items():
            if isinstance(nilai, str):
                # Panjangnya dibandingkan di sini: hampir semua tulisan berhenti tanpa satu pun panggilan.
                if len(nilai) <= PANJANG_TANDA_KOSONG and bertanda_kosong(nilai):
                    return True
            elif isinstance(nilai, dict):
                antre.append(nilai)
            elif isinstance(nilai, list):
                if _anggota_tanpa_isi(nilai, antre):
                    return True
            elif nilai is None or kunci in _SEMUA_TEKS:
                return True
    return False


def _anggota_tanpa_isi(daftar: list[Any], antre: list[dict[Any, Any]]) -> bool:
    """Ada anggota yang kosong; anggota yang berupa peta masuk *antre*."""
    for satu in daftar:
        if isinstance(satu, dict):
            antre.append(satu)
        elif _tanpa_isi(satu):
            return True
    return False


def _catatan(data: dict[Any, Any]) -> Iterator[_Ubah]:
    yield from _isian(data, (), _CATATAN, _TEKS_CATATAN)
    yield from _wajib(data, (), _WAJIB_CATATAN)
    yield from _isian(data, (), _SPD, ())
    yield from _daftar(data, (), "urusan_lain")
    koordinat = data.get("koordinat")
    if isinstance(koordinat, dict) and koordinat and all(map(_tanpa_isi, koordinat.values())):
        yield _Ubah(data, ("koordinat",), "buang")
    yield from _waktu(data)
    baris = data.get("indikator")
    if not isinstance(baris, dict):
        return
    for kode, entri in baris.items():
        if isinstance(entri, dict):
            yield from _entri(entri, ("indikator", kode))


def _waktu(data: dict[Any, Any]) -> Iterator[_Ubah]:
    """Tanggal penerapan hanya wajib bagi tahapan penerapan; di sana yang kosong ditagih."""
    ditagih = data.get("tahapan") == "penerapan"
    waktu = data.get("waktu")
    if "waktu" in data and (waktu is None or bertanda_kosong(waktu)):
        yield _Ubah(data, ("waktu",), "hilang" if ditagih else "buang")
    if not isinstance(waktu, dict):
        return
    yield from _isian(waktu, ("waktu",), ("uji_coba", "pengembangan"), ())
    if ditagih:
        yield from _wajib(waktu, ("waktu",), ("penerapan",))
    else:
        yield from _isian(waktu, ("waktu",), ("penerapan",), ())


def _entri(entri: dict[Any, Any], jalur: Jalur) -> Iterator[_Ubah]:
    yield from _isian(entri, jalur, ("parameter", "fakta"), ())
    semua = entri.get("bukti")
    if isinstance(semua, list):
        for urutan, satu in enumerate(semua):
            if isinstance(satu, dict):
                yield from _isian(satu, (*jalur, "bukti", urutan), _BUKTI, _TEKS_BUKTI)
    else:
        yield from _daftar(entri, jalur, "bukti")
    verifikasi = entri.get("verifikasi")
    if isinstance(verifikasi, dict):
        yield from _isian(verifikasi, (*jalur, "verifikasi"), _VERIFIKASI, _TEKS_VERIFIKASI)
    else:
        yield from _isian(entri, jalur, ("verifikasi",), ())


def _daerah(data: dict[Any, Any]) -> Iterator[_Ubah]:
    yield from _wajib(data, (), ("nama", *WAJIB_DAERAH))
    for kunci in _DAERAH:
        yield from _daftar(data, (), kunci)
    opd = data.get("perangkat_daerah")
    if isinstance(opd, dict):
        yield from _wajib(opd, ("perangkat_daerah",), tuple(opd))


def _hasil(data: dict[Any, Any]) -> Iterator[_Ubah]:
    semua = data.get("hasil")
    for urutan, satu in enumerate(semua if isinstance(semua, list) else ()):
        if isinstance(satu, dict):
            yield from _isian(satu, ("hasil", urutan), _HASIL, _TEKS_HASIL)
            yield from _wajib(satu, ("hasil", urutan), _WAJIB_HASIL)
            yield from _bilangan(satu, ("hasil", urutan), ("sumber",))


def _isian(
    wadah: dict[Any, Any], jalur: Jalur, semua: tuple[str, ...], teks: tuple[str, ...]
) -> Iterator[_Ubah]:
    for kunci in semua:
        if bertanda_kosong(wadah.get(kunci)):
            yield _Ubah(wadah, (*jalur, kunci), "buang")
    yield from _bilangan(wadah, jalur, tuple(satu for satu in semua if satu in teks))


def _bilangan(wadah: dict[Any, Any], jalur: Jalur, semua: tuple[str, ...]) -> Iterator[_Ubah]:
    for kunci in semua:
        nilai = wadah.get(kunci)
        if isinstance(nilai, int | float | AngkaTertulis) and not isinstance(nilai, bool):
            yield _Ubah(wadah, (*jalur, kunci), "teks")


def _wajib(wadah: dict[Any, Any], jalur: Jalur, semua: tuple[Any, ...]) -> Iterator[_Ubah]:
    for kunci in semua:
        if bertanda_kosong(wadah.get(kunci)):
            yield _Ubah(wadah, (*jalur, kunci), "kosong")


def _daftar(wadah: dict[Any, Any], jalur: Jalur, kunci: str) -> Iterator[_Ubah]:
    """Daftar atau peta yang boleh tidak ada: kosong, tanda kosong, atau hanya beranggota tanda kosong."""
    nilai = wadah.get(kunci)
    hampa = isinstance(nilai, list) and nilai and all(map(_tanpa_isi, nilai))
    if kunci in wadah and (_tanpa_isi(nilai) or hampa):
        yield _Ubah(wadah, (*jalur, kunci), "buang")


def _tanpa_isi(nilai: Any) -> bool:
    return nilai is None or bertanda_kosong(nilai)
