"""Mengukur ``indeks`` dan pembandingnya bergiliran atas berkas yang sama, lalu menulis ``hasil.md``.

Pemakaian: ``make tolok-ukur``, atau ``make tolok-ukur OPSI="--ukuran kecil,sedang --putaran 5"``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tolok_ukur import impor, lantai
from tolok_ukur.buat_data import JAGA, UKURAN, Rencana, buat
from tolok_ukur.laporan import angka, laporan, tabel_putusan, tabel_ukuran
from tolok_ukur.sasaran import TIPIS, Putusan, Ukuran, jaga, putuskan
from tolok_ukur.ukur import HasilUkur, Perintah, indeks, lingkungan, python, ukur_semua

SINI = Path(__file__).resolve().parent
PUTARAN = {"kecil": 9, "sedang": 5, "besar": 3}
PUTARAN_JAGA = 5
PEMBUAT = ("acak.py", "buat_data.py", "catatan.py", "kosakata.py", "kosakata.yaml")
BATAS_ARGUMEN_LAIN = 30_000
"""Panjang baris perintah yang aman bila sistem tidak menyebutkannya (Windows)."""
IMPOR = "import typer, pydantic, rich.table"
IMPOR_BERAT = ("pydantic", "jinja2", "resvg_py", "docx", "ruamel", "rapidfuzz", "tree_sitter", "openpyxl")


def perintah_indeks(data: Path, nama: str) -> Iterator[Perintah]:
    """Lantai, memuat pustaka, dan perintah ``indeks`` atas *data* berukuran *nama*."""
    temuan = nama.endswith(TIPIS)
    yield Perintah("impor", python("-c", IMPOR))
    yield Perintah("lantai", python(str(SINI / "lantai.py"), str(data)))
    yield Perintah("nilai", indeks("nilai", str(data)), bertemuan=temuan)
    if not nama.startswith("besar"):
        yield Perintah(
            "nilai --format json", indeks("nilai", str(data), "--format", "json"), bertemuan=temuan
        )
    yield Perintah("validasi", indeks("validasi", str(data)), bertemuan=temuan)
    if nama.startswith("kecil"):
        yield Perintah(
            "validasi satu berkas", indeks("validasi", satu_berkas(data, bercela=temuan)), bertemuan=temuan
        )


def satu_berkas(data: Path, *, bercela: bool) -> str:
    """Catatan pertama; bila *bercela*, yang pasti bertemuan galat."""
    semua = list(lantai.catatan(str(data)))
    return next(
        (satu for satu in semua if bercela and "\njenis: Digital\n" in Path(satu).read_text("utf-8")),
        semua[0],
    )


def perintah_pembanding(data: Path, nama: str, skema: Path | None) -> Iterator[Perintah]:
    """check-jsonschema (dilewati bila *skema* ``None``) dan Yamale atas semua catatan."""
    temuan = nama.endswith(TIPIS)
    berkas = [Path(satu).relative_to(data).as_posix() for satu in lantai.catatan(str(data))]
    skema_yamale = str(SINI / "skema_yamale.yaml")
    yamale = python("-m", "yamale.command_line", "--schema", skema_yamale)
    if muat_di_baris_perintah(berkas):
        if skema:
            argumen = python("-m", "check_jsonschema", "--schemafile", str(skema), *berkas)
            yield Perintah("check-jsonschema", argumen, data, True, temuan)
        if not temuan:
            yield Perintah("yamale", (*yamale, *berkas), data, lambat=True)
    if temuan or not nama.startswith("kecil"):
        return
    kecuali = ("--exclude", "daerah.yaml", "--exclude", "spd.yaml")
    yield Perintah("yamale --cpu-num auto", (*yamale, "--cpu-num", "auto", *kecuali, "."), data, lambat=True)


def muat_di_baris_perintah(berkas: list[str]) -> bool:
    """Benar bila semua jalur muat dalam satu baris perintah di sistem ini."""
    panjang = sum(len(satu.encode()) + 9 for satu in berkas)
    try:
        batas = os.sysconf("SC_ARG_MAX") // 2
    except (AttributeError, ValueError):
        batas = BATAS_ARGUMEN_LAIN
    return panjang < batas


def ekspor_skema(folder: Path) -> Path | None:
    """Skema JSON inovasi 2024 dari ``indeks skema``; ``None`` bila perintahnya belum ada."""
    proses = subprocess.run(indeks("skema", "inovasi", "--tahun", "2024"), capture_output=True, check=False)
    if proses.returncode != 0:
        return None
    jalur = folder / "skema-inovasi.json"
    jalur.write_bytes(proses.stdout)
    return jalur


def impor_berat(argumen: str) -> list[str] | None:
    """Pustaka berat yang dimuat ``indeks`` *argumen*; ``None`` bila perintahnya gagal."""
    perintah = python("-X", "importtime", "-m", "indeksinovasi", argumen)
    proses = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", check=False)
    if proses.returncode != 0:
        return None
    modul = {baris.rpartition("|")[2].strip() for baris in proses.stderr.splitlines()}
    return sorted({satu.partition(".")[0] for satu in modul} & set(IMPOR_BERAT))


@contextmanager
def folder_data(diminta: Path | None) -> Iterator[Path]:
    """Folder data tiruan: yang diminta (dipertahankan) atau folder sementara."""
    if diminta:
        diminta.mkdir(parents=True, exist_ok=True)
        yield diminta.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="tolok-ukur-") as sementara:
        yield Path(sementara)


def siapkan(folder: Path, rencana: Rencana) -> Path:
    """Buat data *rencana*, atau pakai lagi yang utuh dari pembuat data yang sama."""
    pembuat = hashlib.sha256(b"".join((SINI / satu).read_bytes() for satu in PEMBUAT)).hexdigest()[:8]
    tujuan = folder / f"{rencana.inovasi}-{rencana.daerah}-{rencana.tahun}-{rencana.benih}-{pembuat}"
    if rencana.tipis:
        tujuan = tujuan.with_name(f"{tujuan.name}-tipis")
    if not tujuan.is_dir():
        lapor(f"membuat {rencana.inovasi} inovasi di {rencana.daerah} daerah")
        sementara = Path(tempfile.mkdtemp(prefix="belum-utuh-", dir=folder))
        buat(sementara, rencana)
        sementara.rename(tujuan)
    return tujuan


def siapkan_semua(folder: Path, nama: list[str]) -> dict[str, Path]:
    """Data tiap ukuran *nama*, yang bersih dan yang tipis; dibuat bersamaan, di luar pengukuran."""
    rencana = {satu: UKURAN[satu] for satu in nama}
    rencana |= {f"{satu}{TIPIS}": isi.menjadi_tipis() for satu, isi in rencana.items()}
    with ProcessPoolExecutor(2) as kolam:
        semua = {satu: kolam.submit(siapkan, folder, isi) for satu, isi in rencana.items()}
        hasil = {satu: isi.result() for satu, isi in semua.items()}
    return {kunci: hasil[kunci] for satu in nama for kunci in (satu, f"{satu}{TIPIS}")}


def putusan_sama(data: Path) -> Iterator[Putusan]:
    """Keluaran satu proses dan banyak proses harus sama bita demi bita."""
    for argumen in (("validasi",), ("validasi", "--format", "json"), ("nilai", "--format", "json")):
        satu, banyak = (_keluaran(indeks(*argumen, str(data)), proses) for proses in ("1", "2"))
        yield Putusan(
            f"{' '.join(argumen)}: keluaran satu dan dua proses berbeda", satu != banyak, "≤", 0, "kali"
        )


def _keluaran(perintah: tuple[str, ...], proses: str) -> bytes:
    lingkungan_ini = {**lingkungan(), "INDEKS_PROSES": proses}
    return subprocess.run(perintah, capture_output=True, check=False, env=lingkungan_ini).stdout


def lapor(pesan: str) -> None:
    """Kemajuan ke stderr."""
    sys.stderr.write(f"{pesan}\n")
    sys.stderr.flush()


def ukur_ukuran(nama: str, data: Path, pembanding: Iterable[Perintah], putaran: int | None) -> HasilUkur:
    """Ukur perintah ``indeks`` dan *pembanding* atas *data*."""
    perintah = [*perintah_indeks(data, nama), *pembanding]
    return ukur_semua(
        perintah, putaran or PUTARAN[nama.removesuffix(TIPIS)], lambda pesan: lapor(f"{nama}: {pesan}")
    )


def per_catatan(hasil: Ukuran, nama: str) -> float:
    """Detik lantai per catatan pada ukuran *nama*: ukuran gangguan mesin selama pengukuran."""
    return hasil[nama]["lantai"].median / UKURAN[nama].inovasi


def keterangan(hasil: Ukuran, skema: Path | None) -> Iterator[str]:
    """Yang perlu diketahui pembaca angka: bagaimana mengukurnya dan apa yang dilewati."""
    yield "Tiap angka adalah median seluruh proses; semua perintah diukur bergiliran dalam tiap putaran."
    yield "Lantai adalah `ryaml.loads` polos atas catatan yang sama, satu proses, termasuk membaca berkasnya."
    yield (
        "Catatan tipis seperti milik daerah: tujuh dari sepuluh bertemuan, masing-masing dengan satu "
        "sampai empat kekurangan yang lazim; sebagian galat, sehingga perintahnya keluar dengan kode 1."
    )
    yield "Rasio pada sasaran dan kolom × lantai adalah median rasio putaran yang sama."
    yield 'Impor adalah `python -c "import typer, pydantic, rich.table"`.'
    for nama, catatan in hasil.items():
        if "lantai" in catatan:
            urai = angka(median(catatan["lantai"].urai), 3)
            yield f"Lantai {nama} tanpa memulai Python dan membaca berkas: {urai} s."
    if "sedang" in hasil and "besar" in hasil:
        tumbuh = per_catatan(hasil, "besar") / per_catatan(hasil, "sedang")
        yield f"Lantai sendiri berubah {angka(tumbuh)} × per catatan dari sedang ke besar."
    yield (
        "Yamale memakai PyYAML dengan pembaca C; `yamale` satu proses, `yamale --cpu-num auto` semua inti. "
        "Ia berhenti pada berkas salah yang pertama, jadi tidak diukur atas catatan tipis."
    )
    yield "Memori adalah jumlah PSS semua proses tiap 20 ms pada putaran pemanasan; – berarti tidak diukur."
    if "besar" in hasil:
        yield "Pada ukuran besar, check-jsonschema dan Yamale dilewati karena lambat; lihat ukuran sedang."
    if skema is None:
        yield "check-jsonschema dilewati: `indeks skema inovasi` belum dapat dijalankan."


def putusan_impor() -> Iterator[Putusan]:
    """Perintah ringan tidak boleh memuat pustaka berat."""
    for argumen in ("--help", "--versi"):
        berat = impor_berat(argumen)
        nama = f" ({', '.join(berat)})" if berat else ""
        banyak = None if berat is None else len(berat)
        yield Putusan(f"indeks {argumen}: pustaka berat yang dimuat{nama}", banyak, "≤", 0, "pustaka")


def mode_jaga(folder: Path) -> int:
    """Penjaga CI: rasio pada data kecil dengan batas longgar; 1 bila terlampaui."""
    data = siapkan(folder, JAGA)
    perintah = [satu for satu in perintah_indeks(data, "jaga") if satu.nama != "nilai --format json"]
    catatan, gagal = ukur_semua(perintah, PUTARAN_JAGA, lambda pesan: lapor(f"jaga: {pesan}"))
    if gagal:
        lapor("\n".join(gagal))
        return 1
    putusan = jaga(catatan)
    print(tabel_ukuran({"bersih": catatan}, JAGA.inovasi), tabel_putusan(putusan), sep="\n\n")
    return int(any(satu.tercapai is False for satu in putusan))


def tulis(jalur: Path, teks: str) -> None:
    """Ganti *jalur* sekaligus."""
    sementara = jalur.with_name(f".{jalur.name}.sementara")
    sementara.write_text(teks, encoding="utf-8", newline="\n")
    sementara.replace(jalur)


def main(argumen: list[str] | None = None) -> int:
    """Titik masuk baris perintah; 1 bila mode jaga terlampaui atau sebuah perintah gagal."""
    pengurai = argparse.ArgumentParser(prog="tolok_ukur.jalankan", description="Mengukur kecepatan indeks.")
    pengurai.add_argument("--ukuran", default="kecil,sedang,besar", help="ukuran data, dipisah koma")
    pengurai.add_argument("--putaran", type=int, help="banyak putaran tiap ukuran (bawaan 11, 5, 3)")
    pengurai.add_argument("--data", type=Path, help="folder data yang dipertahankan; bawaan folder sementara")
    pengurai.add_argument("--tanpa-pembanding", action="store_true", help="hanya indeks dan lantainya")
    pengurai.add_argument("--skema", type=Path, help="skema JSON pengganti hasil indeks skema")
    pengurai.add_argument("--hasil", type=Path, default=SINI / "hasil.md", help="berkas laporan")
    pengurai.add_argument("--jaga", action="store_true", help="mode cepat bagi CI; keluar 1 bila terlampaui")
    pilihan = pengurai.parse_args(argumen)
    nama = pilihan.ukuran.split(",")
    if asing := [satu for satu in nama if satu not in UKURAN]:
        pengurai.error(f"ukuran {', '.join(asing)} tidak dikenal; pilihannya {', '.join(UKURAN)}")
    hasil: dict[str, HasilUkur] = {}
    with folder_data(pilihan.data) as folder:
        if pilihan.jaga:
            return mode_jaga(folder)
        skema = pilihan.skema.resolve() if pilihan.skema else ekspor_skema(folder)
        data = siapkan_semua(folder, nama)
        for satu, isi in data.items():
            tanpa = pilihan.tanpa_pembanding or satu.startswith("besar")
            pembanding = () if tanpa else perintah_pembanding(isi, satu, skema)
            hasil[satu] = ukur_ukuran(satu, isi, pembanding, pilihan.putaran)
        sama = list(putusan_sama(data["sedang tipis"])) if "sedang" in nama else []
    ukuran = {satu: isi.catatan for satu, isi in hasil.items()}
    gagal = [satu for isi in hasil.values() for satu in isi.gagal]
    opsi = f"--ukuran {pilihan.ukuran}" + (f" --putaran {pilihan.putaran}" if pilihan.putaran else "")
    opsi += " --tanpa-pembanding" if pilihan.tanpa_pembanding else ""
    # Tabel diukur sekali saja bersama ukuran yang lain; pengukur ini memerlukan wait4.
    tabel = [] if os.name == "nt" else impor.ukur(impor.BARIS, pilihan.putaran or 3, lapor).putusan()
    putusan = [*putuskan(ukuran), *sama, *tabel, *putusan_impor()]
    catatan_kaki = [*keterangan(ukuran, skema), *dict.fromkeys(gagal)]
    teks = laporan(ukuran, putusan, catatan_kaki, f'make tolok-ukur OPSI="{opsi}"')
    tulis(pilihan.hasil, teks)
    print(teks)
    return int(bool(gagal))


if __name__ == "__main__":
    sys.exit(main())
