import { registerHooks } from 'node:module';
const stub = { 'sanitize-html':'export default 1', 'chrono-node':`const p=new Proxy(function(){},{get:(t,k)=>k==='prototype'?{}:p,apply:()=>p,construct:()=>({})});export const en=p,de=p,fr=p,es=p,it=p,pt=p,nl=p,ru=p,uk=p,ja=p,zh=p,strict=p,sv=p,fi=p,vi=p,casual=p,Chrono=p,Meridiem=p`, 'cheerio/slim':'export const load=1', '@mozilla/readability':'export class Readability{}' };
if (process.argv[3]) { stub.zod = `const p=new Proxy(function(){},{get:(t,k)=>k==='prototype'?{}:p,apply:()=>p,construct:()=>({})});export const z=p`; }
if (process.argv[3]==='2') stub['htmlparser2']=`export class Parser{};export class Tokenizer{};export class DomHandler{};export const DomUtils={};export const parseDocument=1`;
registerHooks({ resolve(s,c,n){ if (stub[s]) return {url:'data:text/javascript,'+encodeURIComponent(stub[s]), shortCircuit:true}; return n(s,c);} });
const c=process.cpuUsage(); const t=performance.now(); await import(process.argv[2]); const d=process.cpuUsage(c); console.log((performance.now()-t).toFixed(0), ((d.user+d.system)/1000).toFixed(0));
