"""Apa yang sebaiknya dilakukan berikutnya: pengandaian, susunan kiriman, target, dan risiko."""
