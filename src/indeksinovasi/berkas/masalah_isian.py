"""Masalah SKM tentang satu isian: kunci yang hilang, asing, atau kosong, dan nilai di luar pilihannya."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from indeksinovasi.berkas.jalur_data import nilai_pada
from indeksinovasi.berkas.kunci_model import pilihan_model
from indeksinovasi.inti.ejaan import atau, deretan, kutip, maksud_pasti, mungkin_maksud, sambung
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.inovasi import WAJIB_SESUDAH_DRAF, Inovasi
from indeksinovasi.inti.model.kutipan import PembacaTulisan, tanpa_tulisan
from indeksinovasi.inti.model.temuan import Jalur, Masalah, TingkatTemuan, Usul

Maksud = Callable[[Any, Iterable[str]], tuple[str, ...]]
LIHAT_INDIKATOR = "Lihat kode dengan `indeks metode tunjuk`."
LIHAT_URUSAN = "Lihat daftar kode dengan `indeks jelaskan urusan`."


def tanpa_salah_eja(semua: Iterable[Masalah]) -> Iterator[Masalah]:
    """*semua* tanpa kunci yang dilaporkan hilang (SKM101) padahal hanya salah eja (SKM102)."""
    daftar = list(semua)
    salah_eja = {(*satu.jalur[:-1], satu.dimaksud) for satu in daftar if satu.dimaksud is not None}
    for satu in daftar:
        awal = {satu.jalur[:panjang] for panjang in range(1, len(satu.jalur) + 1)}
        if satu.kode != "SKM101" or salah_eja.isdisjoint(awal):
            yield satu


def wajib_kurang(
    data: Mapping[Any, Any],
    semua: Iterable[str],
    model: type[BaseModel],
    tulisan: PembacaTulisan = tanpa_tulisan,
) -> Iterator[Masalah]:
    """Isian *semua* yang belum ada atau kosong, padahal modelnya tidak menuntutnya."""
    for kunci in semua:
        if data.get(kunci) is not None:
            continue
        pilihan = pilihan_model(model, (kunci,))
        if kunci in data:
            yield kosong_wajib((kunci,), kunci, tulisan((kunci,)), pilihan)
        else:
            yield kunci_tiada((kunci,), pilihan)


def isian_kurang(data: Mapping[Any, Any], tulisan: PembacaTulisan = tanpa_tulisan) -> Iterator[Masalah]:
    """Isian catatan inovasi yang wajib sesudah draf dan belum ada; pada draf hanya peringatan."""
    tingkat: TingkatTemuan | None = "peringatan" if data.get("status") == "draf" else None
    for masalah in wajib_kurang(data, WAJIB_SESUDAH_DRAF, Inovasi, tulisan):
        yield masalah._replace(tingkat=tingkat)
    waktu = data.get("waktu")
    bertanggal = isinstance(waktu, Mapping) and waktu.get("penerapan") is not None
    if data.get("tahapan") == "penerapan" and not bertanggal and isinstance(waktu, Mapping | None):
        yield _tanpa_penerapan()._replace(tingkat=tingkat)


def kosong_wajib(jalur: Jalur, nama: str, tertulis: Any, pilihan: Iterable[str]) -> Masalah:
    """SKM109 bagi isian wajib yang kosong."""
    tersedia = ", ".join(pilihan)
    petunjuk = f"Pilih salah satu: {tersedia}." if tersedia else "Isi nilainya."
    if nama == "urusan":
        petunjuk = f"Isi nilainya. {LIHAT_URUSAN}"
    return Masalah("SKM109", jalur, pesan_kosong(nama, tertulis), petunjuk)


def pesan_kosong(nama: str, tertulis: Any) -> str:
    """Pesan isian yang kosong, dengan tandanya bila tertulis."""
    return f"{nama} {kutip(tertulis)} berarti kosong" if tertulis else f"{nama} kosong"


def tulisan_di_berkas(nilai: Any, jalur: Jalur, tulisan: PembacaTulisan) -> Any:
    """*nilai*, atau tulisannya di berkas bila pembaca YAML mengubahnya: 188.450, 1e3, 01.02."""
    if nilai is None or isinstance(nilai, int | float):
        return tulisan(jalur) or nilai
    return nilai


def kunci_tiada(jalur: Jalur, pilihan: list[str]) -> Masalah:
    """SKM101 bagi kunci yang belum ada."""
    nama = jalur[-1]
    petunjuk = f'Tambahkan "{nama}:" di sini'
    if pilihan:
        petunjuk += f" dengan {deretan(pilihan, 'atau')}"
    return Masalah("SKM101", jalur, f'kunci "{nama}" belum ada', f"{petunjuk}.", "kunci")


def _tanpa_penerapan() -> Masalah:
    jalur = ("waktu", "penerapan")
    pesan = 'tahapan penerapan memerlukan "waktu.penerapan"'
    return Masalah("SKM101", jalur, pesan, "Tulis tanggal penerapan, YYYY-MM-DD.", "kunci")


def kunci_asing(jalur: Jalur, maksud: tuple[str, ...], bawaan: str) -> Masalah:
    """SKM102 bagi kunci yang tidak dikenal; *bawaan* petunjuknya bila tidak ada yang mirip."""
    pesan = f"kunci {kutip(jalur[-1])} tidak dikenal{sambung(maksud)}"
    dimaksud = maksud[0] if len(maksud) == 1 else None
    return Masalah("SKM102", jalur, pesan, atau(maksud, bawaan), "kunci", dimaksud=dimaksud)


def menurut_isi(jalur: Jalur, maksud: tuple[str, ...], data: Any) -> tuple[str, ...]:
    """*maksud* tanpa yang mustahil menurut isinya: tingkat paling tinggi 3, pilihan bukan angka."""
    if set(maksud) != {"parameter", "fakta"} or len(jalur) < 2:
        return maksud
    isi, bentuk = nilai_pada(jalur, data), BENTUK_FAKTA.get(str(jalur[-2]))
    if isi not in (0, 1, 2, 3):
        return ("fakta",)
    berangka = bentuk is None or bentuk.jenis.startswith("bilangan")
    return maksud if berangka else ("parameter",)


def kunci_sudah_ada(jalur: Jalur, ada: str) -> Masalah:
    """SKM102 bagi kunci salah eja yang ejaan benarnya juga tertulis; mengganti namanya menggandakan kunci."""
    pesan = f"kunci {kutip(jalur[-1])} tidak dikenal; {kutip(ada)} sudah tertulis juga"
    petunjuk = f'Sisakan "{ada}" dengan isi yang benar, lalu hapus kunci ini.'
    return Masalah("SKM102", jalur, pesan, petunjuk, "kunci")


def koma_terpisah(jalur: Jalur) -> Masalah:
    """Koma desimal di dalam kurung yang dibaca YAML sebagai pemisah: ``{lintang: 0,12}``."""
    pesan = f"koma desimal terbaca sebagai pemisah, sehingga {kutip(jalur[-1])} menjadi kunci tersendiri"
    return Masalah("SKM108", jalur, pesan, "Gunakan titik untuk desimal, misalnya 0.12.", "kunci")


def bukan_pilihan(
    jalur: Jalur, nama: str, masukan: Any, pilihan: list[str], cari_maksud: Maksud = mungkin_maksud
) -> Masalah:
    """SKM104 bagi nilai di luar *pilihan*."""
    if masukan is None:
        return kosong_wajib(jalur, nama, None, pilihan)
    pesan = f"{nama} {kutip(masukan)} bukan pilihan ({', '.join(pilihan)})"
    if all(satu.isdecimal() for satu in pilihan):
        petunjuk = f"Tulis {deretan(pilihan, 'atau')}."
        if isinstance(masukan, str) and masukan.strip() in pilihan:
            petunjuk = "Tulis bilangannya tanpa tanda petik."
        return Masalah("SKM104", jalur, pesan, petunjuk)
    maksud = cari_maksud(masukan, pilihan)
    return Masalah(
        "SKM104",
        jalur,
        pesan + sambung(maksud),
        atau(maksud, "Pilih salah satu yang disebut."),
        usul=usul_pasti(masukan, pilihan),
    )


def usul_pasti(masukan: Any, pilihan: Iterable[str]) -> Usul | None:
    """Kode yang label atau sebutannya tepat tertulis."""
    pasti = maksud_pasti(masukan, pilihan)
    return Usul(pasti) if pasti is not None else None
