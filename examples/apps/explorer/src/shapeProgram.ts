import { NodeProgram, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { DrawnEdge, DrawnNode } from './protocol.ts'
import { polygonOf } from './shapes.ts'

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const

// One triangle around an actor, of which the fragments outside its shape are left out.
const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_sides;
attribute float a_turn;
attribute float a_reach;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_from;
varying float v_radius;
varying float v_sides;
varying float v_turn;

void main() {
  v_radius = a_reach * a_size * 2.0 * u_correctionRatio / u_sizeRatio;
  v_from = 2.0 * v_radius * vec2(cos(a_angle), sin(a_angle));
  v_sides = a_sides;
  v_turn = a_turn;
  gl_Position = vec4((u_matrix * vec3(a_position + v_from, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`

// The distance from the nearest side of a regular polygon is that from a line, once the angle is folded into one side's.
const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_from;
varying float v_radius;
varying float v_sides;
varying float v_turn;
uniform float u_correctionRatio;
const float whole = 6.283185307;

void main(void) {
  float beyond = length(v_from) - v_radius;
  if (v_sides > 0.5) {
    float side = whole / v_sides;
    float angle = mod(atan(v_from.y, v_from.x) - v_turn * whole, side) - side / 2.0;
    beyond = length(v_from) * cos(angle) - v_radius * cos(side / 2.0);
  }
  #ifdef PICKING_MODE
  gl_FragColor = beyond > 0.0 ? vec4(0.0) : v_color;
  #else
  float edge = u_correctionRatio * 2.0;
  // A darker rim, so that light fills stand out from a light page.
  vec4 color = vec4(v_color.rgb * mix(1.0, 0.6, clamp(beyond / edge + 2.5, 0.0, 1.0)), v_color.a);
  gl_FragColor = mix(color, vec4(0.0), clamp(beyond / edge + 1.0, 0.0, 1.0));
  #endif
}`

/** Actors in the shapes of the view, so that kinds can be told apart without colour. */
export class ShapeProgram extends NodeProgram<(typeof uniforms)[number], DrawnNode, DrawnEdge> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_sides', size: 1, type: FLOAT },
        { name: 'a_turn', size: 1, type: FLOAT },
        { name: 'a_reach', size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }

  processVisibleItem(index: number, start: number, data: NodeDisplayData): void {
    const { sides, turn, reach } = polygonOf((data as NodeDisplayData & DrawnNode).shape)
    this.array.set([data.x, data.y, data.size, floatColor(data.color), index, sides, turn, reach], start)
  }

  setUniforms(parameters: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_correctionRatio!, parameters.correctionRatio)
    gl.uniform1f(uniformLocations.u_sizeRatio!, parameters.sizeRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, parameters.matrix)
  }
}
