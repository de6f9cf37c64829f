// examples/nbody.py in C: the bodies are objects behind pointers, as they are there.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define PI 3.141592653589793
#define SOLAR_MASS (4 * PI * PI)
#define DAYS 365.24
#define BODIES 5
#define PAIRS (BODIES * (BODIES - 1) / 2)

typedef struct Body {
  const char *name;
  double x, y, z, vx, vy, vz, mass;
} Body;

typedef struct Pair {
  Body *a, *b;
} Pair;

static Body *body(const char *name, double x, double y, double z, double vx, double vy, double vz, double mass) {
  Body *b = malloc(sizeof(Body));
  *b = (Body){name, x, y, z, vx * DAYS, vy * DAYS, vz * DAYS, mass * SOLAR_MASS};
  return b;
}

static void offset_momentum(Body **bodies) {
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < BODIES; i++) {
    px += bodies[i]->vx * bodies[i]->mass;
    py += bodies[i]->vy * bodies[i]->mass;
    pz += bodies[i]->vz * bodies[i]->mass;
  }
  Body *sun = bodies[0];
  sun->vx = -px / SOLAR_MASS;
  sun->vy = -py / SOLAR_MASS;
  sun->vz = -pz / SOLAR_MASS;
}

static double energy(Body **bodies) {
  double total = 0.0;
  for (int i = 0; i < BODIES; i++) {
    Body *a = bodies[i];
    total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < BODIES; j++) {
      Body *b = bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

static void advance(Body **bodies, Pair *pairs, double dt, long steps) {
  for (long step = 0; step < steps; step++) {
    for (int i = 0; i < PAIRS; i++) {
      Body *a = pairs[i].a, *b = pairs[i].b;
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      double square = dx * dx + dy * dy + dz * dz;
      double magnitude = dt / (square * sqrt(square));
      double m = b->mass * magnitude;
      a->vx -= dx * m;
      a->vy -= dy * m;
      a->vz -= dz * m;
      m = a->mass * magnitude;
      b->vx += dx * m;
      b->vy += dy * m;
      b->vz += dz * m;
    }
    for (int i = 0; i < BODIES; i++) {
      Body *b = bodies[i];
      b->x += dt * b->vx;
      b->y += dt * b->vy;
      b->z += dt * b->vz;
    }
  }
}

int main(int count, char **arguments) {
  long steps = count > 1 ? atol(arguments[1]) : 1000;
  Body *bodies[BODIES] = {
      body("sun", 0, 0, 0, 0, 0, 0, 1.0),
      body("jupiter", 4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01,
           1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05, 9.54791938424326609e-04),
      body("saturn", 8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01,
           -2.76742510726411947e-03, 4.99852801234917238e-03, 2.30417297573763929e-05, 2.85885980666130812e-04),
      body("uranus", 1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01,
           2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05, 4.36624404335156298e-05),
      body("neptune", 1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01,
           2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05, 5.15138902046611451e-05),
  };
  Pair pairs[PAIRS];
  int n = 0;
  for (int i = 0; i < BODIES; i++)
    for (int j = i + 1; j < BODIES; j++) pairs[n++] = (Pair){bodies[i], bodies[j]};
  offset_momentum(bodies);
  printf("%.9f\n", energy(bodies));
  advance(bodies, pairs, 0.01, steps);
  printf("%.9f\n", energy(bodies));
  for (int i = 0; i < BODIES; i++)
    printf("%-8s %12.6f %12.6f %12.6f\n", bodies[i]->name, bodies[i]->x, bodies[i]->y, bodies[i]->z);
  return 0;
}
